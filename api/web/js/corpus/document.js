// Reading a document: where there is room beside the text, its outline and its remarks are open from the start.

if (matchMedia("(min-width: 62rem)").matches) {
  for (const box of document.querySelectorAll(".outline, .problems")) box.open = true;
}
