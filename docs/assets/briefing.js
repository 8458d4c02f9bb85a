/* Comfort on top of pages that are whole without it: filters, the exact highlight, copying a citation, the way back. */
(function () {
  "use strict";

  function passage() {
    document.querySelectorAll("mark.on").forEach(function (m) { m.classList.remove("on"); });
    var id = decodeURIComponent(location.hash.slice(1));
    if (!/^c\d+-\d+$/.test(id)) return;
    var spot = document.getElementById(id);
    if (!spot) return;
    document.querySelectorAll("mark[data-c]").forEach(function (m) {
      if (m.dataset.c.split(" ").indexOf(id) >= 0) m.classList.add("on");
    });
    spot.scrollIntoView({ block: "center" });
    if (document.referrer && !document.querySelector(".back")) {
      var back = document.createElement("button");
      back.type = "button";
      back.className = "back";
      back.textContent = "← Back to the briefing";
      back.addEventListener("click", function () { history.back(); });
      document.querySelector(".briefing").appendChild(back);
    }
  }

  function filters(form) {
    var items = Array.prototype.slice.call(document.querySelectorAll("[data-item]"));
    var output = form.querySelector("output");
    function fits(item, values) {
      return ["subject", "source", "kind"].every(function (key) {
        return !values[key] || (item.dataset[key] || "").split(" ").indexOf(values[key]) >= 0;
      }) && (!values.from || (item.dataset.last || "") >= values.from) &&
        (!values.to || (item.dataset.first && item.dataset.first <= values.to));
    }
    function apply(write) {
      var values = {};
      new FormData(form).forEach(function (value, key) { if (value) values[key] = value; });
      var shown = 0;
      items.forEach(function (item) {
        item.hidden = !fits(item, values);
        if (!item.hidden) shown += 1;
      });
      document.querySelectorAll("section.group").forEach(function (group) {
        group.hidden = !group.querySelector("[data-item]:not([hidden])");
      });
      output.textContent = shown === items.length ? items.length + " shown" : shown + " of " + items.length + " shown";
      if (write) {
        var query = new URLSearchParams(values).toString();
        history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash);
      }
    }
    new URLSearchParams(location.search).forEach(function (value, key) {
      if (form.elements[key]) form.elements[key].value = value;
    });
    form.hidden = false;
    form.addEventListener("input", function () { apply(true); });
    form.addEventListener("reset", function () { setTimeout(function () { apply(true); }); });
    apply(false);
  }

  function copying(button) {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(button.dataset.cite + " " + location.href.split("#")[0]).then(function () {
        button.textContent = "Copied";
        setTimeout(function () { button.textContent = "Copy citation"; }, 1500);
      });
    });
  }

  function start() {
    document.querySelectorAll("form.filter").forEach(filters);
    document.querySelectorAll("button.copy").forEach(copying);
    passage();
  }
  window.addEventListener("hashchange", passage);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start); else start();
})();
