/* Comfort on top of pages that are whole without it: filters, the exact highlight, citing, the way back. */
(function () {
  "use strict";

  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  function made(tag, properties = {}, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  /* ---- citations: the exact passage is lit, and there is a way back ---- */

  const up = document.currentScript ? document.currentScript.src.replace("assets/briefing.js", "") : "";

  /* What an address names can have moved: an entry to another page of its list, a passage that nothing cites any more into its paragraph. */
  function moved() {
    const name = location.hash.slice(1);
    if (!name || document.getElementById(name)) return;
    if (up && /^[fqed]-[0-9a-f]{10}$/.test(name)) location.replace(`${up}f/${name}.html`);
    const start = /^c(\d+)-\d+$/.exec(name);
    const parts = start ? all(".text [data-verbatim]") : [];
    const inside = parts.filter((part) => Number(part.dataset.verbatim.split(":").at(-2)) <= Number(start[1])).at(-1);
    if (inside) inside.scrollIntoView({ block: "center" });
  }

  function passage() {
    all("mark.on").forEach((mark) => mark.classList.remove("on"));
    const id = location.hash.slice(1);
    const spot = /^c\d+-\d+$/.test(id) && document.getElementById(id);
    if (!spot) return;
    all("mark[data-c]").forEach((mark) => mark.classList.toggle("on", mark.dataset.c.split(" ").includes(id)));
    spot.scrollIntoView({ block: "center" });
    if (history.length > 1 && !document.querySelector(".back")) {
      const back = made("button", { type: "button", className: "back", textContent: "← Back" });
      back.addEventListener("click", () => history.back());
      document.querySelector(".briefing").append(back);
    }
  }

  /* ---- the passage in its context, over a chip: the contexts stand in a data block of the page ---- */

  let contexts;

  function peek(event) {
    const chip = event.target.closest && event.target.closest("a.chip");
    if (!chip || chip.querySelector(".peek")) return;
    const block = document.querySelector("script[type='application/json']");
    contexts = contexts || (block ? JSON.parse(block.textContent) : { passages: {} });
    const [before, words, after, title] = contexts.passages[chip.getAttribute("href")] || [];
    if (words === undefined) return;
    const where = made("span", { className: "where" }, before, made("mark", { textContent: words }), after);
    chip.setAttribute("aria-description", where.textContent);
    const cited = made("span", { className: "cited", textContent: contexts.titles[title] });
    chip.append(made("span", { className: "peek" }, where, cited));
  }

  /* Escape takes it away until the chip is left, since it may lie over what is being read. */
  function shut(event) {
    if (event.key !== "Escape") return;
    all("a.chip:is(:hover, :focus-visible)").forEach((chip) => {
      chip.classList.add("shut");
      ["blur", "pointerleave"].forEach((leaving) => chip.addEventListener(leaving, () => chip.classList.remove("shut"), { once: true }));
    });
  }

  /* ---- what can be done with an entry: link to it, cite it ---- */

  function actions(item) {
    const heading = item.querySelector("h2, h3");
    const what = item.classList.contains("fact") ? heading.textContent.toLowerCase().replace(/^fact$/, "this fact") :
      item.classList.contains("quote") ? "this quotation" : "this event";
    const words = item.querySelector(".verbatim, blockquote p").cloneNode(true);
    all(".ours, .chip, .wording", words).forEach((mark) => mark.remove());
    const link = made("a", { className: "permalink", href: item.dataset.link, textContent: "Link" });
    const cite = made("button", { type: "button", className: "cite", textContent: "Cite" });
    const embed = embedding(item.id, what, words.textContent.trim());
    link.setAttribute("aria-label", `Link to ${what}`);
    cite.setAttribute("aria-label", `Cite ${what}`);
    cite.dataset.words = words.textContent.trim();
    cite.dataset.told = told(item);
    cite.dataset.passage = item.querySelector(".chip").getAttribute("href");
    item.querySelector(".meta").append(made("span", { className: "actions" }, link, " ", cite, ...[embed, reporting(item.id, what, words.textContent.trim())].flatMap((more) => (more ? [" ", more] : []))));
  }

  /* What must go with the words wherever they go: who denies them, that it has not happened, whose claim it is. */
  function told(item) {
    const text = (selector) => (item.querySelector(selector) ? item.querySelector(selector).textContent.replace(/\s+/g, " ").trim() : "");
    const speaker = text("h3.speaker, h3[id^='s-']");
    if (item.classList.contains("quote")) return text(".status") ? `denied by ${speaker || "the speaker"}` : speaker;
    return text(".status") || text(".claim");
  }

  /* Another site can show it, where this one has an address. */
  function embedding(name, what, title, height = 260) {
    if (!up.startsWith("http")) return null;
    const button = made("button", { type: "button", className: "embed", textContent: "Embed" });
    button.setAttribute("aria-label", `Embed ${what}`);
    Object.assign(button.dataset, { name, title, height });
    return button;
  }

  /* An error is reported with the entry, the page and the words. */
  function reporting(name, what, words) {
    const { report } = document.querySelector(".briefing").dataset;
    if (!report) return null;
    const page = new URL(`#${name}`, location.href).href;
    const asked = report.startsWith("mailto:") ? { subject: `Error in “${document.title}”: ${name}`, body: `“${words}”\n${page}\n\n` } : { item: name, page, words };
    const query = Object.entries(asked).map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&");
    const link = made("a", { className: "report", href: `${report}${report.includes("?") ? "&" : "?"}${query}`, rel: "noreferrer", textContent: "Report" });
    link.setAttribute("aria-label", `Report an error in ${what}`);
    return link;
  }

  function embed(button) {
    const { name, title, height } = button.dataset;
    const address = `${up}${name === "timeline" ? "embed/timeline" : `f/${name}`}.html`;
    const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
    const short = title.length > 90 ? `${title.slice(0, 89)}…` : title;
    const code = `<iframe src="${escaped(address)}" title="${escaped(short)}" width="100%" height="${height}" loading="lazy" style="border:0"></iframe>\n` +
      `<script src="${escaped(up)}assets/embedding.js" async></script>`;
    copying(button, "Embed on another site", code, made("p", { textContent: "Paste this where it shall stand. The second line lets it be as high as it needs." }));
  }

  /* ---- filters: counts are taken from the entries themselves, on all pages of the list where they can be read ---- */

  const FACETS = ["who", "where", "source", "kind"];

  function fits(entry, values, without) {
    return (
      FACETS.every((key) => key === without || !values[key] || entry[key].includes(values[key])) &&
      (!values.from || entry.last >= values.from) &&
      (!values.to || (entry.first && entry.first <= values.to))
    );
  }

  function entryOf(item) {
    const { subject = "", source = "", kind = "", first = "", last = "" } = item.dataset;
    const subjects = subject.split(" ");
    return { item, who: subjects, where: subjects, source: source.split(" "), kind: kind.split(" "), first, last };
  }

  /* On a small screen a form is folded until it is asked for, or holds something. */
  function folding(form) {
    const button = form.querySelector(".unfold");
    const fold = (open) => { form.classList.toggle("open", open); button.setAttribute("aria-expanded", String(open)); };
    button.addEventListener("click", () => fold(!form.classList.contains("open")));
    const asked = new URLSearchParams(location.search);
    asked.delete("words");
    fold([...asked.keys()].some((key) => form.elements[key] || key === "subject"));
  }

  /* A list's first page holds the choices; its further pages read them. Opened from a folder, these know only what is asked for. */
  function choices(form) {
    const { choices: file } = form.dataset;
    if (!file) return Promise.resolve();
    const offer = (name, value, text) => form.elements[name].append(made("option", { value, textContent: text }));
    const asked = () => new URLSearchParams(location.search).forEach((value, key) => {
      const name = key === "subject" ? "who" : key;
      const link = all(".names a, h2 a").find((a) => a.href.endsWith(`/${value}.html`) || a.hash === `#w-${value}`);
      if (FACETS.includes(name)) offer(name, value, link ? link.textContent : value);
    });
    return fetch(file).then((answer) => answer.json()).then((facets) => {
      facets.forEach((facet) => facet.choices.forEach((choice) => offer(facet.name, choice.value, `${choice.label} (${choice.count})`)));
      return true;
    }).catch(() => { asked(); return location.search !== ""; }).then((usable) => {
      form.hidden = !usable;
      if (usable) form.nextElementSibling.hidden = true; // the way to the first page's filters
    });
  }

  function filters(form) {
    const { what, page, index } = form.dataset;
    const output = form.querySelector("output");
    const whole = output.textContent; // what the list holds, as the first page counts it: without what is folded away
    const elsewhere = form.querySelector(".elsewhere");
    const here = all("[data-item]").map(entryOf);
    let others = index ? null : []; // entries on the list's other pages, once they are known
    let order = []; // the names of its pages
    const names = new Map(all("option", form).map((option) => [option, option.textContent.replace(/ \(\d+\)$/, "")]));

    function values() {
      const found = {};
      new FormData(form).forEach((value, key) => { if (value) found[key] = value; });
      return found;
    }

    function apply() {
      const now = values();
      const query = new URLSearchParams(now).toString();
      const active = query !== "";
      document.querySelector(".briefing").classList.toggle("filtering", active); // entries between may be gone: each says its whole day
      let shown = 0;
      here.forEach((entry) => {
        entry.item.hidden = !fits(entry, now);
        if (!entry.item.hidden) shown += 1;
      });
      all("section").forEach((section) => {
        if (section.querySelector("[data-item]")) section.hidden = !section.querySelector("[data-item]:not([hidden])");
        const count = section.querySelector("h2 .count");
        if (count) count.textContent = all("[data-item]:not([hidden])", section).length;
      });
      // what is folded away and asked for unfolds
      if (active) all("details.further").forEach((fold) => { fold.open = fold.open || Boolean(fold.querySelector("[data-item]:not([hidden])")); });
      const known = here.concat(others || []);
      FACETS.forEach((key) => {
        const counts = {};
        known.filter((entry) => fits(entry, now, key)).forEach((entry) => {
          new Set(entry[key]).forEach((value) => { counts[value] = (counts[value] || 0) + 1; });
        });
        if (others === null) return; // not all pages are known: the counts of the whole list, from the build, stay
        all("option", form.elements[key]).filter((option) => option.value).forEach((option) => {
          const count = counts[option.value] || 0;
          option.textContent = `${names.get(option)} (${count})`;
          option.disabled = count === 0 && !option.selected;
        });
      });
      const pages = {};
      (others || []).filter((entry) => fits(entry, now)).forEach((entry) => {
        pages[entry.page] = (pages[entry.page] || 0) + 1;
      });
      const further = Object.values(pages).reduce((sum, count) => sum + count, 0);
      const total = here.length + (others || []).length;
      output.textContent = !active && others !== null ? whole || `${total} ${what}` :
        others === null ? `${shown} of ${here.length} ${what} on this page` : `${shown + further} of ${total} ${what}`;
      elsewhere.hidden = !active || !index;
      elsewhere.replaceChildren();
      if (others === null) elsewhere.append("The list’s other pages are not filtered here.");
      else {
        elsewhere.append(`${shown} on this page`);
        Object.entries(pages).forEach(([name, count]) => {
          const link = made("a", { href: `${name}.html?${query}`, textContent: `${count} on page ${order.indexOf(name) + 1}` });
          elsewhere.append(" · ", link);
        });
      }
      all(".pager a").forEach((link) => { link.search = query; });
      return query;
    }

    function changed() {
      const query = apply();
      history.replaceState(null, "", location.pathname + (query ? `?${query}` : "") + location.hash);
    }

    new URLSearchParams(location.search).forEach((value, key) => {
      const fields = key === "subject" ? ["who", "where"] : [key];
      fields.forEach((name) => {
        const field = form.elements[name];
        if (field && (field.type === "date" || all("option", field).some((option) => option.value === value))) field.value = value;
      });
    });
    form.addEventListener("input", changed);
    form.addEventListener("reset", () => setTimeout(changed));
    if (location.search) apply();
    if (!index) return;
    const load = () => {
      if (others !== null) return;
      fetch(index).then((answer) => answer.json()).then((rows) => {
        order = [...new Set(rows.map(([name]) => name))];
        others = rows.filter((row) => row[0] !== page).map(([name, subjects, source, kind, first, last]) => (
          { page: name, who: subjects, where: subjects, source, kind: kind.split(" "), first, last }));
        if (location.search) apply();
      }).catch(() => undefined); // opened from a folder: the filter says what it covers
    };
    if (location.search) load(); else form.addEventListener("focusin", load, { once: true });
  }

  /* ---- the pages of a list know their neighbours; which of how many they are stands in one file, so that few change ---- */

  function pager(nav) {
    const { list, page } = nav.dataset;
    return fetch("data/pages.json").then((answer) => answer.json()).then(({ [list]: names }) => {
      const here = names.indexOf(page);
      const shown = names.map((name, n) => n).filter((n) => n === 0 || n === names.length - 1 || Math.abs(n - here) <= 2);
      const numbers = shown.flatMap((n, at) => {
        const number = n === here ? made("b", { textContent: n + 1 }) : made("a", { href: `${names[n]}.html`, textContent: n + 1 });
        if (n === here) number.setAttribute("aria-current", "page");
        return at && n - shown[at - 1] > 1 ? [made("span", { textContent: "…" }), number] : [number];
      });
      all("a:not([rel])", nav).forEach((link) => link.remove());
      const next = nav.querySelector("[rel=next]");
      numbers.forEach((number) => nav.insertBefore(number, next));
    }).catch(() => undefined); // opened from a folder: on and back are enough
  }

  /* ---- citing: plain, BibTeX, CSL-JSON; who published what when is in the page's JSON-LD ---- */

  function articles() {
    const found = {};
    all("script[type='application/ld+json']").forEach((block) => {
      JSON.parse(block.textContent)["@graph"].forEach((node) => {
        if (node["@type"] === "NewsArticle") found[node["@id"]] = node;
      });
    });
    return found;
  }

  function citation(words, address, article, told) {
    const title = article.headline || "";
    const publisher = article.publisher ? article.publisher.name : "";
    const author = article.author ? article.author.name : "";
    const day = article.datePublished || "";
    const source = article.url || address;
    const [year, month, date] = day.split("-");
    const said = `“${words}”${told ? ` (${told})` : ""}`;
    const escaped = (text) => text.replace(/[\\{}%&$#_~^]/g, (c) => (
      { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" }[c] || `\\${c}`));
    const key = (publisher.replace(/^www\./, "").split(/\W+/)[0] || "source").toLowerCase() + (year || "") + (title.split(/\W+/)[0] || "").toLowerCase();
    const fields = { title: escaped(title), author: author && `{${escaped(author)}}`, howpublished: escaped(publisher), year, month: month && String(Number(month)),
      day: date && String(Number(date)), url: source, note: escaped(said) };
    const lines = Object.entries(fields).filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}},`);
    const item = { id: key, type: "article-newspaper", title, URL: source, note: told ? `${words} (${told})` : words };
    if (author) item.author = [{ literal: author }];
    if (publisher) item["container-title"] = publisher;
    if (year) item.issued = { "date-parts": [day.split("-").map(Number)] };
    const line = [author, title, publisher, day].filter(Boolean).map((part) => part.replace(/\.$/, "")).join(". ");
    return {
      Plain: `${said} ${line}. ${address}`,
      BibTeX: `@misc{${key},\n${lines.join("\n")}\n}`,
      "CSL-JSON": JSON.stringify([item], null, 2),
    };
  }

  function cite(button) {
    const href = button.dataset.passage;
    const article = articles()[href.split("#")[0]] || {};
    const forms = citation(button.dataset.words, new URL(href, location).href, article, button.dataset.told);
    const choice = made("fieldset", {}, made("legend", { textContent: "Form" }));
    const text = copying(button, "Cite this passage", forms.Plain, choice);
    Object.keys(forms).forEach((name, number) => {
      const radio = made("input", { type: "radio", name: "form", value: name, checked: number === 0 });
      radio.addEventListener("change", () => { text.value = forms[name]; });
      choice.append(made("label", {}, radio, ` ${name} `));
    });
  }

  /* A dialog with a text to copy; returns its field. */
  function copying(button, title, value, ...before) {
    const text = made("textarea", { readOnly: true, rows: 7, value });
    text.setAttribute("aria-label", title.startsWith("Cite") ? "Citation" : "Code");
    const said = made("output", {});
    const copy = made("button", { type: "button", textContent: "Copy" });
    copy.addEventListener("click", () => {
      text.select();
      const done = navigator.clipboard ? navigator.clipboard.writeText(text.value) : Promise.reject();
      done.then(() => { said.textContent = "Copied"; }, () => { said.textContent = "Selected: press Ctrl+C"; });
    });
    const close = made("button", { type: "button", textContent: "Close" });
    const heading = made("h2", { id: "cite-heading", textContent: title });
    const dialog = made("dialog", { className: "citing" }, heading, ...before, text, made("p", {}, copy, " ", close, " ", said));
    dialog.setAttribute("aria-labelledby", "cite-heading");
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => { dialog.remove(); button.focus(); });
    document.querySelector(".briefing").append(dialog);
    dialog.showModal();
    return text;
  }

  /* What has no line of marks of its own: differences, the drawing of the chronology. */
  function offers() {
    all("li.difference[id]").forEach((item) => {
      const about = item.querySelector(".about").textContent.trim();
      const link = made("a", { className: "permalink", href: item.querySelector(".about").dataset.link, textContent: "Link" });
      link.setAttribute("aria-label", `Link to this difference: ${about}`);
      const button = embedding(item.id, "this difference", about, 420);
      item.querySelector(".meta").append(made("span", { className: "offers" }, link, ...(button ? [" ", button] : [])));
    });
    const drawing = document.querySelector(".briefing.chronology figure.drawn");
    const button = drawing && embedding("timeline", "the timeline", document.title, 640);
    if (button) document.querySelector(".briefing .take").append(button);
  }

  /* The first stop of the Tab key: past the head and the tabs. */
  function skip() {
    const heading = document.querySelector(".briefing h1");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.id = heading.id || "content";
    const link = made("a", { className: "skip", href: `#${heading.id}`, textContent: "Skip to content" });
    link.addEventListener("click", (event) => { event.preventDefault(); heading.focus(); heading.scrollIntoView({ block: "center" }); });
    document.body.prepend(link);
  }

  /* The theme's menu on narrow screens, which it opens for a pointer alone: a button, and closed by Escape or by going on. */
  function menu() {
    const label = document.querySelector(".md-header label[for='__drawer']");
    const open = document.getElementById("__drawer");
    const side = document.querySelector(".md-sidebar--primary");
    if (!label || !open || !side) return;
    const button = made("button", { type: "button", className: `${label.className} menu` }, ...label.childNodes);
    const tell = () => button.setAttribute("aria-expanded", String(open.checked));
    button.setAttribute("aria-label", "Menu");
    button.addEventListener("click", (event) => {
      open.click();
      if (open.checked && event.detail === 0) side.querySelector(".md-nav__list a")?.focus(); // by the keyboard
    });
    open.addEventListener("change", tell);
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !open.checked) return;
      open.click();
      button.focus();
    });
    side.addEventListener("focusout", (event) => {
      if (open.checked && event.relatedTarget && !side.contains(event.relatedTarget)) open.click();
    });
    label.replaceWith(button);
    tell();
  }

  /* ---- what is on the page, beside it on a wide screen ---- */

  function rail() {
    const heads = all(".briefing h2[id]:not(.sr)").filter((head) => !head.closest("[data-item], details, .cards"));
    if (heads.length < 3) return;
    const text = (head) => [...head.childNodes].filter((part) => part.className !== "count").map((part) => part.textContent).join("").trim();
    const links = heads.map((head) => made("a", { href: `#${head.id}`, textContent: text(head) }));
    const nav = made("nav", { className: "rail" }, made("ul", {}, ...links.map((link) => made("li", {}, link))));
    nav.setAttribute("aria-label", "On this page");
    const top = document.querySelector(".briefing > form.filter") || document.querySelector(".briefing > header");
    if (top) top.after(nav); // where it is seen: before the parts that it leads to, on paper, too
    else document.querySelector(".briefing").prepend(nav);
    if (nav.scrollHeight > nav.clientHeight) nav.tabIndex = 0; // who has no mouse can scroll it, too
    const seen = new IntersectionObserver(() => {
      const now = heads.filter((head) => head.getBoundingClientRect().top < innerHeight / 3).length - 1;
      links.forEach((link, n) => (n === now ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current")));
    }, { rootMargin: "0px 0px -66% 0px" });
    heads.forEach((head) => seen.observe(head));
  }

  /* ---- on paper each sheet says what it is of: a sheet of styles, since only that knows the margins and no style stands in a page ---- */

  function heads() {
    const quoted = (text) => `"${text.replace(/\s+/g, " ").trim().replace(/["\\]/g, (mark) => `\\${mark}`)}"`;
    const site = document.querySelector("meta[property='og:site_name']");
    const title = document.querySelector(".briefing h1");
    if (!site || !title) return;
    const sheet = new CSSStyleSheet();
    const named = title.textContent.trim() === site.content ? "" : `@top-right { content: ${quoted(title.textContent)}; font: 8pt sans-serif; color: #333; }`;
    sheet.replaceSync(`@page { @top-left { content: ${quoted(site.content)}; font: 8pt sans-serif; color: #333; } ${named} } @page :first { @top-left { content: none; } @top-right { content: none; } }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }

  function start() {
    all("[data-item]").forEach(actions);
    offers();
    const inFolder = location.protocol === "file:";
    if (inFolder || !document.querySelector("script[src$='assets/explore.js']")) all("#explore-asks").forEach((part) => part.classList.remove("waiting"));
    if (inFolder) all("#explore-folder").forEach((note) => { note.hidden = false; note.previousElementSibling.hidden = true; });
    all("form.filter").forEach(folding);
    const numbered = Promise.all(all(".pager").map(pager));
    all("form.filter[data-what]").forEach((form) => Promise.all([choices(form), numbered]).then(() => filters(form)));
    document.addEventListener("pointerover", peek);
    document.addEventListener("focusin", peek);
    document.addEventListener("keydown", shut);
    document.addEventListener("click", (event) => {
      const button = event.target.closest("button.cite, button.embed");
      if (button) (button.matches(".cite") ? cite : embed)(button);
    });
    skip();
    menu();
    rail();
    heads();
    passage();
    moved();
  }
  window.addEventListener("hashchange", () => { passage(); moved(); });
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start); else start();
})();
