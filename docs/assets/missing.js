/* A page that is gone may have been a page of a list, which is cut anew as it grows: its entry, or its list, is still there. Or a
   difference, that no source tells any more. Or the second of two namesakes. Or it is of an item that has no page of its own, since the
   site is large: an index tells where it stands. */
(function () {
  "use strict";
  const up = document.currentScript.src.replace("assets/missing.js", "");
  const entry = /^#([fqe]-[0-9a-f]{10})$/.exec(location.hash);
  const list = /(facts|quotes|chronology|people|organisations|places|topics|sources)-\d+\.html$/.exec(location.pathname);
  const item = /\/f\/([fqed]-[0-9a-f]{10})\.html$/.exec(location.pathname);
  // one of two namesakes that are known to be one by now
  const namesake = /(subjects\/.+)-\d+\.html$/.exec(location.pathname);
  if (namesake) location.replace(`${up}${namesake[1]}.html`);
  if (list) location.replace(entry ? `${up}f/${entry[1]}.html` : `${up}${list[1]}.html`);
  if (item) find(entry ? entry[1] : item[1]);

  function find(name) {
    const told = document.querySelector(".missing");
    told.hidden = true; // until it is known whether anything is there
    fetch(`${up}f/index/${name.slice(2, 4)}.json`)
      .then((answer) => (answer.ok ? answer.json() : {}))
      .catch(() => ({}))
      .then((places) => {
        if (Object.hasOwn(places, name)) location.replace(`${up}${places[name]}`);
        else if (name.startsWith("d-")) location.replace(`${up}differences.html`);
        else told.hidden = false;
      });
  }
})();
