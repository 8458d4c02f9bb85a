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

function heading({ kind, source = [], speaker = [], month = [] }) {
  return {
    passage: source[0],
    fact: "Fact",
    difference: "Told differently",
    quotation: speaker[0] || "Quotation",
    event: ["Event", month[0]].filter(Boolean).join(", "),
  }[kind[0]];
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
      const title = made("a", { href: address(data.raw_url || data.url), textContent: heading(data.filters) });
      const kind = made("span", { className: "kind", textContent: data.filters.kind.concat(data.filters.source).join(" · ") });
      list.append(made("li", {}, made("h2", {}, title), made("p", { className: "verbatim" }, ...excerpt(data.excerpt)), made("p", { className: "meta" }, kind)));
    });
    more.hidden = list.children.length >= results.length;
  }

  const everything = await pagefind.filters();
  const months = Object.keys(everything.month || {}).sort();

  async function search() {
    const mine = (turn += 1);
    const words = form.elements.words.value.trim();
    const chosen = filters(months);
    const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value)).toString();
    history.replaceState(null, "", asked ? `?${asked}` : location.pathname);
    const answer = await pagefind.search(words || null, { filters: chosen });
    if (mine !== turn) return;
    offer(answer.totalFilters && asked ? answer.filters : everything);
    list.replaceChildren();
    results = asked ? answer.results : [];
    found.textContent = asked ? `${results.length} found` : "";
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
  await search();
}

if (form && location.protocol !== "file:") {
  const pagefind = await import(new URL(form.dataset.index, location.href));
  await pagefind.init();
  await start(pagefind);
}
