/* For a page of another site that frames parts of a briefing: each frame gets the height that it tells. */
(function () {
  "use strict";
  window.addEventListener("message", (event) => {
    if (!event.data || event.data.briefing !== "height" || !(event.data.height > 0)) return;
    document.querySelectorAll("iframe").forEach((frame) => {
      if (frame.contentWindow === event.source) frame.style.height = `${Math.min(Math.ceil(event.data.height), 4000)}px`;
    });
  });
})();
