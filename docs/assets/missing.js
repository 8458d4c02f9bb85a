/* A page that is gone may have been a page of a list, which is cut anew as it grows: its entry, or its list, is still there. Or a
   difference, that no source tells any more. Or the second of two namesakes. */
(function () {
  "use strict";
  const up = document.currentScript.src.replace("assets/missing.js", "");
  const entry = /^#([fqe]-[0-9a-f]{10})$/.exec(location.hash);
  const list = /(facts|quotes|chronology|people|organisations|places|topics|sources)-\d+\.html$/.exec(location.pathname);
  if (/\/f\/d-[0-9a-f]{10}\.html$/.test(location.pathname)) location.replace(`${up}differences.html`);
  // one of two namesakes that are known to be one by now
  const namesake = /(subjects\/.+)-\d+\.html$/.exec(location.pathname);
  if (namesake) location.replace(`${up}${namesake[1]}.html`);
  if (list) location.replace(entry ? `${up}f/${entry[1]}.html` : `${up}${list[1]}.html`);
})();
