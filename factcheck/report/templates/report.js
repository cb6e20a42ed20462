(() => {
  "use strict";
  // The page is whole without this: it only folds, filters and copies links.
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const items = all(".finding");
  const rows = new Map();
  for (const row of all("tr[data-of]")) {
    rows.set(row.dataset.of, row);
  }
  const parts = all(".part").map((part) => [part, all(".finding", part)]);
  const bar = one(".filters");

  // A link into something folded opens it.
  const unfold = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let node = target; node; node = node.parentElement) {
      if (node.tagName === "DETAILS") node.open = true;
      if (node.hidden && node.classList.contains("finding")) reset();
    }
    target.scrollIntoView();
  };

  const find = one("#find");
  const selects = all("[data-filter]");
  const words = new Map();
  const textOf = (item) => {
    if (!words.has(item)) words.set(item, item.textContent.toLowerCase());
    return words.get(item);
  };
  const apply = () => {
    const wanted = selects.filter((select) => select.value).map((select) => [select.dataset.filter, select.value]);
    const said = find.value.trim().toLowerCase();
    let shown = 0;
    for (const item of items) {
      const fits =
        wanted.every(([name, value]) => ` ${item.dataset[name]} `.includes(` ${value} `)) &&
        (!said || textOf(item).includes(said));
      item.hidden = !fits;
      const row = rows.get(item.id);
      if (row) row.hidden = !fits;
      shown += fits;
    }
    for (const [part, held] of parts) part.hidden = held.every((item) => item.hidden);
    one("#shown").textContent = `${shown.toLocaleString("en")} of ${items.length.toLocaleString("en")} findings`;
    one("#reset").disabled = shown === items.length && !said;
  };
  const reset = () => {
    find.value = "";
    for (const select of selects) select.value = "";
    apply();
  };

  if (bar) {
    bar.hidden = false;
    find.addEventListener("input", apply);
    for (const select of selects) select.addEventListener("change", apply);
    one("#reset").addEventListener("click", reset);
    one("#fold").addEventListener("click", (event) => {
      const open = event.target.textContent === "Unfold";
      for (const item of all("details.finding")) item.open = open;
      event.target.textContent = open ? "Fold" : "Unfold";
    });
    apply();
  }

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = document.createElement("textarea");
      field.value = text;
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
  };
  for (const button of all(".permalink")) button.hidden = false;
  document.addEventListener("click", (event) => {
    const button = event.target.closest(".permalink");
    if (!button) return;
    const address = `${location.href.split("#")[0]}#${button.dataset.to}`;
    copy(address).then(() => {
      button.textContent = "Copied";
      setTimeout(() => (button.textContent = "Copy link"), 1500);
    });
  });

  window.addEventListener("hashchange", unfold);
  window.addEventListener("beforeprint", () => {
    for (const item of all("details.finding, details.copies, details.more")) item.open = true;
  });
  if (location.hash) unfold();
})();
