/* A page that only leads on: at once, and to the very entry that the address names. */
(function () {
  "use strict";
  document.addEventListener("DOMContentLoaded", () => {
    const on = document.getElementById("on");
    const entry = /^#([fqe]-[0-9a-f]{10})$/.exec(location.hash);
    const up = document.querySelector("script[src$='assets/moved.js']").src.replace("assets/moved.js", "");
    location.replace(entry ? `${up}f/${entry[1]}.html` : on.href);
  });
})();
