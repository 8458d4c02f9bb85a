/* A page that stands alone. Visited, it leads on: at once, and to the very entry that the address names. In a frame on another site (or
   asked by "?embed") it stays, says how high it is, and opens what it leads to outside the frame. */
(function () {
  "use strict";
  const script = document.querySelector("script[src$='assets/moved.js']");
  const asked = new URLSearchParams(location.search);
  const framed = window.parent !== window;

  function stay() {
    const colours = asked.get("embed");
    const dark = colours === "dark" || (colours === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
    document.body.dataset.mdColorScheme = dark ? "slate" : "default";
    if (!framed) return;
    document.querySelectorAll("a[href]").forEach((link) => { link.setAttribute("target", "_blank"); link.setAttribute("rel", "noopener"); });
    const tell = () => window.parent.postMessage({ briefing: "height", height: Math.ceil(document.body.getBoundingClientRect().height) }, "*");
    new ResizeObserver(tell).observe(document.body);
  }

  document.addEventListener("DOMContentLoaded", () => {
    if (framed || asked.has("embed") || "stay" in script.dataset) {
      stay();
      return;
    }
    const on = document.getElementById("on");
    const entry = /^#([fqed]-[0-9a-f]{10})$/.exec(location.hash);
    const up = script.src.replace("assets/moved.js", "");
    location.replace(entry ? `${up}f/${entry[1]}.html` : on.href);
  });
})();
