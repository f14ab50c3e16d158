/// The look of the page of errors, and the script that filters it.
enum ErrorPageParts {
  static let style = """
    :root { color-scheme: light dark; --ink: #1c1d21; --soft: #5b5f6b; --paper: #fbfbf9; --card: #fff; --line: #dcdcd6;
      --gold: #ffe9a8; --found: #cfe3ff; --both: #d6efd0; --bad: #a3241b; --good: #1d6b35; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e8e8e4; --soft: #a2a6b1; --paper: #17181b; --card: #1f2125;
      --line: #383b42; --gold: #5c4a10; --found: #1f4272; --both: #23512b; --bad: #ff9a90; --good: #8ed6a0; } }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
    main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
    h1 { font-size: 1.4rem; overflow-wrap: anywhere; }
    h2 { font-size: 1rem; margin: 2rem 0 .5rem; overflow-wrap: anywhere; }
    h2 small { color: var(--soft); font-weight: normal; }
    .tables { display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: flex-start; }
    .scroll { overflow-x: auto; max-width: 100%; }
    table { border-collapse: collapse; font-size: .85rem; font-variant-numeric: tabular-nums; }
    caption { text-align: left; font-weight: 600; padding-bottom: .3rem; }
    th, td { padding: .15rem .6rem; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; }
    th[scope=row] { text-align: left; font-weight: normal; }
    td.right { background: var(--both); }
    form { position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center;
      background: var(--paper); border-bottom: 1px solid var(--line); padding: .6rem 0; margin-top: 1.2rem; }
    form[hidden] { display: none; }
    fieldset { border: 1px solid var(--line); border-radius: 6px; padding: .1rem .6rem .3rem; }
    legend, .search, output, fieldset label { font-size: .85rem; }
    fieldset label { margin-right: .7rem; white-space: nowrap; }
    ul { list-style: none; margin: 0; padding: 0; }
    li { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .5rem .8rem; margin: .4rem 0; }
    li p { margin: 0; }
    .what { font-size: .8rem; color: var(--soft); }
    .kind { font-weight: 600; color: var(--bad); }
    .won { color: var(--good); } .lost { color: var(--bad); }
    .type { font-weight: 600; color: var(--ink); }
    .context { overflow-wrap: anywhere; }
    mark { color: inherit; padding: .05em .1em; border-radius: 3px; }
    mark.gold { background: var(--gold); border-bottom: 2px solid #c79a00; }
    mark.found { background: var(--found); border-bottom: 2px dashed #3f7fd6; }
    mark.gold.found { background: var(--both); border-bottom: 2px solid #4c9a5b; }
    details.changes { margin: 1rem 0; } summary { cursor: pointer; font-weight: 600; }
    """

  static let script = """
    (function () {
      var form = document.getElementById("filters");
      var shown = document.getElementById("shown");
      var words = document.getElementById("words");
      var items = Array.prototype.slice.call(document.querySelectorAll("li[data-kind]"));
      function chosen(name) {
        return Array.prototype.map.call(
          form.querySelectorAll("input[name=" + name + "]:checked"), function (box) { return box.value; });
      }
      function filter() {
        var kinds = chosen("kind"), types = chosen("type"), text = words.value.toLowerCase(), count = 0;
        items.forEach(function (item) {
          var fits = kinds.indexOf(item.dataset.kind) >= 0
            && item.dataset.types.split(" ").some(function (type) { return types.indexOf(type) >= 0; })
            && item.textContent.toLowerCase().indexOf(text) >= 0;
          item.hidden = !fits;
          if (fits && item.closest(".document")) count += 1;
        });
        document.querySelectorAll(".document").forEach(function (section) {
          section.hidden = !section.querySelector("li:not([hidden])");
        });
        shown.textContent = count + " shown";
      }
      form.hidden = false;
      form.addEventListener("input", filter);
      form.addEventListener("submit", function (event) { event.preventDefault(); });
      filter();
    })();
    """
}
