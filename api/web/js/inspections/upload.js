// Sending a file with its progress, which fetch does not tell.

import { ServiceError } from "../service.js";

/** @param told called with the share sent, 0 to 1 */
export function upload(path, form, { csrf, key }, told) {
  return new Promise((resolve, reject) => {
    const sent = new XMLHttpRequest();
    sent.open("POST", path);
    sent.responseType = "json";
    sent.setRequestHeader("X-CSRF-Token", csrf ?? "");
    sent.setRequestHeader("Idempotency-Key", key);
    sent.upload.addEventListener("progress", (event) => event.lengthComputable && told(event.loaded / event.total));
    for (const failed of ["error", "timeout", "abort"]) {
      sent.addEventListener(failed, () => reject(new ServiceError("连不上服务。请检查网络，稍后再试。")));
    }
    sent.addEventListener("load", () => {
      if (sent.status >= 200 && sent.status < 300 && sent.response) resolve(sent.response);
      else reject(new ServiceError(sent.response?.detail ?? "文件没有传成。请稍后再试。", sent.status));
    });
    sent.send(form);
  });
}
