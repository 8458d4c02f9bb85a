/* The Explore page: Pagefind's index, our own form and list. All text is put in as text, never as markup. */

const form = document.querySelector("form.explore");
const STEP = 20; // results shown at a time
const CHOICES = ["kind", "who", "where", "source"];

function made(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/* Pagefind gives an excerpt as escaped HTML with <mark>: the marks stay marks, the rest becomes text again. */
function excerpt(markup) {
  const decoder = document.createElement("textarea"); // holds text alone: nothing in it is ever run or shown
  const plain = (text) => { decoder.innerHTML = text; return decoder.value; };
  return markup.split(/(<mark>.*?<\/mark>)/s).map((part) => {
    const marked = /^<mark>(.*)<\/mark>$/s.exec(part);
    return marked ? made("mark", { textContent: plain(marked[1]) }) : plain(part);
  });
}

/* "/facts/f-1.html" stands for "facts.html#f-1": see generator/explore.py */
function address(url) {
  return url.replace(/^\//, "").replace(/\/([^/]+)\.html$/, ".html#$1");
}

/* ---- what a question asks for: a day, whose words, and the words that carry it ---- */

const EMPTY = new Set(("a about after all also an and any are as at be been before but by can could did do does for from had has have he her him his how i in into is it " +
  "its many me much of on or our out over say says said she should so some tell tells than that the their them there they this to told under up was we were what " +
  "when where which while who whom whose why will with would you happen happened happens say talk").split(" "));
const MONTHS = "january february march april may june july august september october november december".split(" ");
const SAYING = /\b(say|says|said|tell|tells|told|claim|claims|claimed|think|thinks|quote|quotes)\b/i;

/* "1 October 2017", "October 1, 2017", "Oct 1", "2017-10-01": [year or "", month, day], or null. */
function dayOf(words) {
  const iso = /\b(\d{4})-(\d\d)-(\d\d)\b/.exec(words);
  if (iso) return iso.slice(1);
  const month = (name) => MONTHS.findIndex((each) => name.length > 2 && each.startsWith(name.toLowerCase())) + 1;
  const found = /\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})\.?,?(?: (\d{4}))?\b/i.exec(words) || null;
  const other = /\b([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?\b/i.exec(words);
  const [day, name, year] = found && month(found[2]) ? found.slice(1) : other && month(other[1]) ? [other[2], other[1], other[3]] : [];
  return day ? [year || "", String(month(name)).padStart(2, "0"), day.padStart(2, "0")] : null;
}

function keywords(words) {
  const parts = words.split(/[^\p{L}\p{N}'’.-]+/u).map((word) => word.replace(/^[.'’-]+|[.'’-]+$/g, "")).filter(Boolean);
  const kept = parts.filter((word) => !EMPTY.has(word.toLowerCase()));
  return kept.length ? kept : parts;
}

const WHOLE = 280; // characters of an entry that are shown as they are; of a longer one the part that was found

function shortened(text, most = WHOLE) {
  return text.length > most ? `${text.slice(0, most - 1).replace(/\s+\S*$/, "")}…` : text;
}

/* A text with the words that were asked for marked. */
function marked(text, asked) {
  const plain = asked.filter((word) => word.length > 1).map((word) => word.replace(/[^\p{L}\p{N}]/gu, "."));
  if (!plain.length) return [text];
  const sought = new RegExp(`(?<![\\p{L}\\p{N}])((?:${plain.join("|")})\\p{L}*)`, "iu");
  return text.split(sought).map((part, n) => (n % 2 ? made("mark", { textContent: part }) : part));
}

/* Of a long text the part around the first word that was asked for. */
function around(text, asked) {
  if (text.length <= WHOLE) return text;
  const at = Math.min(...asked.map((word) => text.toLowerCase().indexOf(word.toLowerCase())).filter((place) => place >= 0), text.length);
  const begin = at === text.length || at < WHOLE / 2 ? 0 : text.lastIndexOf(" ", at - 60) + 1;
  return `${begin ? "… " : ""}${shortened(text.slice(begin))}`;
}

/* What a result says, once: who says it or when it was, and its words. */
function saying({ filters, meta, excerpt: found }, asked) {
  const { title = "", words = "" } = meta;
  if (filters.kind[0] === "passage" && words.length > WHOLE) return ["… ", ...excerpt(found), " …"];
  const told = filters.kind[0] !== "passage" && title ? [made("span", { className: "of", textContent: `${title}:` }), " "] : [];
  return [...told, ...marked(around(words, asked), asked)];
}

async function start(pagefind) {
  const found = document.getElementById("explore-found");
  const list = document.getElementById("explore-results");
  const more = document.getElementById("explore-more");
  let results = [];
  let turn = 0; // a slow answer to an old question is not shown

  function offer(counts) {
    CHOICES.forEach((name) => {
      const select = form.elements[name];
      const chosen = select.value;
      const entries = Object.entries(counts[name] || {}).filter(([value, count]) => count > 0 || value === chosen);
      entries.sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
      const options = entries.map(([value, count]) => made("option", { value, textContent: `${value} (${count})` }));
      select.replaceChildren(made("option", { value: "", textContent: "all" }), ...options);
      select.value = chosen;
    });
  }

  function filters(months) {
    const chosen = {};
    CHOICES.forEach((name) => { if (form.elements[name].value) chosen[name] = form.elements[name].value; });
    const { from, to } = form.elements;
    if (from.value || to.value) {
      const inside = months.filter((m) => (!from.value || m >= from.value) && (!to.value || m <= to.value));
      chosen.month = { any: inside.length ? inside : ["none"] };
    }
    return chosen;
  }

  async function show() {
    const mine = turn;
    const next = await Promise.all(results.slice(list.children.length, list.children.length + STEP).map((r) => r.data()));
    if (mine !== turn) return;
    next.forEach((data) => {
      const href = address(data.raw_url || data.url);
      const title = made("a", { href }, ...saying(data, keywords(form.elements.words.value)));
      const kind = made("span", { className: "kind", textContent: data.filters.kind.concat(data.filters.source).join(" · ") });
      list.append(made("li", {}, made("h2", {}, title), made("p", { className: "meta" }, kind)));
    });
    more.hidden = list.children.length >= results.length;
  }

  const everything = await pagefind.filters();
  const months = Object.keys(everything.month || {}).sort();

  /* Whose words are asked for: "What did Ann Field say about the bridge?" */
  function speakers(words) {
    if (!SAYING.test(words)) return [];
    const asked = words.toLowerCase();
    return Object.keys(everything.speaker || {}).filter((name) => {
      const last = name.replace(/, probably$/, "").split(" ").at(-1).toLowerCase();
      return last.length > 2 && new RegExp(`(^|[^\\p{L}])${last.replace(/[^\p{L}\p{N}]/gu, ".")}($|[^\\p{L}])`, "u").test(asked);
    });
  }

  /* The days of the data that are meant; a year that is not said can be any. */
  function days(words) {
    const asked = dayOf(words);
    return asked ? Object.keys(everything.day || {}).filter((day) => day.slice(5) === `${asked[1]}-${asked[2]}` && day.startsWith(asked[0])) : [];
  }

  /* Passages with some of the words, by how rare the words are that they have. */
  async function some(plain, chosen) {
    const scores = new Map();
    const answers = await Promise.all(plain.map((word) => pagefind.search(word, { filters: chosen })));
    answers.forEach(({ results: found }) => found.forEach((result) => {
      const known = scores.get(result.id) || { result, score: 0 };
      known.score += 1 / Math.log(2 + found.length) + Math.min(result.score, 10) / 1000;
      scores.set(result.id, known);
    }));
    return [...scores.values()].sort((a, b) => b.score - a.score).map(({ result }) => result);
  }

  async function ask(words, chosen) {
    const meant = days(words);
    const names = speakers(words);
    const said = names.length ? { ...chosen, kind: "quotation", speaker: { any: names } } : chosen;
    const spoken = new Set(names.flatMap((name) => name.toLowerCase().replace(",", "").split(" ")));
    const plain = keywords(words).filter((word) => !spoken.has(word.toLowerCase()));
    const ofDay = meant.length ? await pagefind.search(null, { filters: { ...chosen, day: { any: meant } } }).then((all) => all.results) : [];
    const happened = meant.length && !chosen.kind ?
      await pagefind.search(null, { filters: { ...chosen, kind: "event", day: { any: meant } } }).then((all) => all.results) : [];
    const events = new Set(happened.map((result) => result.id)); // what happened that day, before what else is dated so
    const first = [...ofDay.filter((result) => events.has(result.id)), ...ofDay.filter((result) => !events.has(result.id))];
    const answer = await pagefind.search(plain.length ? plain.join(" ") : null, { filters: said });
    let found = names.length || plain.length ? answer.results : [];
    const partly = found.length === 0 && plain.length > 1;
    if (partly) found = await some(plain, said);
    if (names.length && found.length === 0) found = (await pagefind.search(null, { filters: said })).results;
    const here = new Set(first.map((result) => result.id));
    return { answer, results: [...first, ...found.filter((result) => !here.has(result.id))], partly: partly && first.length === 0 && found.length > 0 };
  }

  const nothing = document.getElementById("explore-nothing");
  const partial = document.getElementById("explore-some");
  const asks = document.getElementById("explore-asks");

  async function search() {
    const mine = (turn += 1);
    const words = form.elements.words.value.trim();
    const chosen = filters(months);
    const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value)).toString();
    history.replaceState(null, "", asked ? `?${asked}` : location.pathname);
    const { answer, results: ranked, partly } = words ? await ask(words, chosen) :
      await pagefind.search(null, { filters: chosen }).then((all) => ({ answer: all, results: all.results, partly: false }));
    if (mine !== turn) return;
    offer(answer.totalFilters && asked ? answer.filters : everything);
    list.replaceChildren();
    results = asked ? ranked : [];
    found.textContent = asked && results.length ? `${results.length} found` : "";
    nothing.hidden = !asked || results.length > 0;
    partial.hidden = !partly;
    if (asks) asks.hidden = asked !== "" && results.length > 0;
    more.hidden = true;
    await show();
  }

  offer(everything);
  new URLSearchParams(location.search).forEach((value, name) => { if (form.elements[name]) form.elements[name].value = value; });
  let waiting;
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 150); });
  form.addEventListener("reset", () => setTimeout(search));
  form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
  more.addEventListener("click", show);
  document.getElementById("explore-none").hidden = true;
  form.hidden = false;
  if (asks) asks.classList.remove("waiting");
  await search();
}

if (form && location.protocol !== "file:") {
  const pagefind = await import(new URL(form.dataset.index, location.href));
  await pagefind.init();
  await start(pagefind);
}
