/* "Verify this page": the reader's own browser compares every passage with the text of its source, and that with its SHA-256. */
(function () {
  "use strict";

  const up = document.currentScript.src.replace("assets/verify.js", "");
  const page = document.querySelector(".briefing");
  const passages = page ? [...page.querySelectorAll("[data-verbatim]")] : [];
  if (!passages.length) return;
  const texts = new Map();
  const hidden = "\u2588"; /* a character that may not be published */
  const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const digest = async (text) => hex(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  const plain = (text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, (c) => String.fromCharCode(0x2400 + c.charCodeAt(0)))
    .replace(/\u007f/g, "\u2421").replace(/[\u0080-\u0084\u0086-\u009f\ufffe\uffff]/g, "\ufffd").replace(/[\s\u0085]+/g, " ").trim();

  window.briefingText = ([id, sha, text]) => texts.set(id, { sha, text });

  async function load(id) {
    if (texts.has(id)) return;
    const name = (await digest(id)).slice(0, 16);
    await new Promise((done) => {
      const script = Object.assign(document.createElement("script"), { src: `${up}data/texts/${name}.js`, onload: done, onerror: done });
      document.head.append(script);
    });
  }

  function shown(element) {
    const copy = element.cloneNode(true);
    copy.querySelectorAll(".ours, .cite").forEach((part) => part.remove());
    return plain(copy.textContent);
  }

  async function verify(button, said) {
    button.disabled = true;
    said.textContent = "Reading the sources …";
    page.querySelectorAll(".unproved").forEach((element) => element.classList.remove("unproved"));
    let wrong = 0;
    const sources = new Set(passages.map((element) => element.dataset.verbatim.replace(/:\d+:\d+$/, "")));
    const sound = new Set();
    const cut = new Set();
    for (const id of sources) {
      await load(id);
      const found = texts.get(id);
      if (found && found.text.includes(hidden)) cut.add(id);
      if (found && (cut.has(id) || (await digest(found.text)) === found.sha)) sound.add(id);
    }
    for (const element of passages) {
      const [, id, start, end] = /^(.*):(\d+):(\d+)$/s.exec(element.dataset.verbatim) || [];
      const found = texts.get(id);
      const words = found ? [...found.text].slice(Number(start), Number(end)).join("") : null;
      if (words === null || !sound.has(id) || plain(words) !== shown(element)) {
        wrong += 1;
        element.classList.add("unproved");
      }
    }
    const lost = [...sources].filter((id) => !texts.has(id)).length;
    const count = (n, word) => `${n.toLocaleString()} ${word}${n === 1 ? "" : "s"}`;
    said.textContent = lost ? `The texts of ${count(lost, "source")} are not beside this page, so it can't be verified here.`
      : wrong ? `${count(wrong, "passage")} of ${passages.length.toLocaleString()} on this page are not the words of their source: they are marked.`
        : cut.size ? `Verified here: ${count(passages.length, "passage")} on this page stand word for word in the published excerpts of ${count(sources.size, "source")}; that these are the articles' own words, by their SHA-256, can only be proved with the articles.`
        : `Verified here: ${count(passages.length, "passage")} on this page stand word for word in the texts of ${count(sources.size, "source")}, and these have the SHA-256 that the briefing states.`;
    said.dataset.wrong = String(wrong + lost);
    button.disabled = false;
  }

  if (!window.crypto || !crypto.subtle) return; /* an address without https */
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Verify this page", className: "verify" });
  const said = Object.assign(document.createElement("output"), { className: "verified" });
  said.setAttribute("aria-live", "polite");
  const line = Object.assign(document.createElement("p"), { className: "verifying" });
  line.setAttribute("data-search-exclude", "");
  line.append(button, " ", said);
  page.append(line);
  button.addEventListener("click", () => verify(button, said));
})();
