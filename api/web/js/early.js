// A slow phone shows the Ask page before its modules have come. What is asked by then is remembered, not lost: a classic script.
(function () {
  "use strict";
  let question = "";

  function submitted(event) {
    event.preventDefault();
    question = event.target.querySelector("textarea").value;
  }

  function clicked(event) {
    const choice = event.target.closest("#starting .choice");
    if (choice) question = choice.textContent;
  }

  document.addEventListener("submit", submitted);
  document.addEventListener("click", clicked);

  /** What was asked; from now on the page's own script listens. */
  window.rensheEarly = () => {
    document.removeEventListener("submit", submitted);
    document.removeEventListener("click", clicked);
    return question;
  };
})();
