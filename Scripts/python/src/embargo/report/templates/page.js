"use strict";
// Draws the charts that the page holds as JSON, in the colours of the mode and as wide as fits.
(() => {
  const page = document.documentElement;
  const held = JSON.parse(document.getElementById("charts").textContent);
  const system = matchMedia("(prefers-color-scheme: dark)");
  const views = new Map();
  let chosen = null;

  const mode = () => chosen ?? (system.matches ? "dark" : "light");

  const unpacked = ({ columns, rows }) =>
    rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]])));

  const widthsOf = (id) => Object.keys(held.charts[id]).map(Number).sort((a, b) => a - b);

  function spec(id, across) {
    const widths = widthsOf(id);
    const width = widths.filter((w) => 0.7 * w <= across).pop() ?? widths[0];
    const chart = structuredClone(held.charts[id][width]);
    chart.datasets = Object.fromEntries(
      chart.usermeta.datasets.map((name) => [name, unpacked(held.data[name])]));
    delete chart.usermeta;
    return { chart, key: `${width} ${mode()}` };
  }

  async function draw(holder) {
    const { chart, key } = spec(holder.dataset.chart, holder.closest("section").clientWidth);
    if (holder.dataset.drawn === key) return;
    holder.dataset.drawn = key;
    views.get(holder)?.finalize();
    const made = await vegaEmbed(holder, chart, {
      actions: false, ast: true, renderer: "svg", mode: "vega-lite",
      config: held.modes[mode()], tooltip: { theme: "custom" },
    });
    views.set(holder, made);
    holder.setAttribute("role", "img");
  }

  // Draws what is shown and not yet drawn so; a later call takes over from an earlier one.
  let turn = 0;
  let working = Promise.resolve();
  function drawAll() {
    const mine = ++turn;
    page.dataset.drawing = "";
    working = working.then(async () => {
      for (const holder of document.querySelectorAll("figure:not([hidden]) .chart")) {
        if (mine !== turn) return;
        await draw(holder);
        await new Promise((resume) => setTimeout(resume));
      }
      delete page.dataset.drawing;
    });
  }

  const toggle = document.getElementById("mode");
  function colour() {
    const dark = mode() === "dark";
    toggle.textContent = dark ? "Light colours" : "Dark colours";
    toggle.setAttribute("aria-pressed", String(dark));
    if (chosen) page.dataset.mode = chosen;
  }
  toggle.addEventListener("click", () => {
    chosen = mode() === "dark" ? "light" : "dark";
    colour();
    drawAll();
  });
  system.addEventListener("change", () => { colour(); drawAll(); });

  for (const select of document.querySelectorAll("[data-chooses]")) {
    select.addEventListener("change", () => {
      for (const option of select.querySelectorAll("option:not([disabled])")) {
        document.getElementById(option.value).hidden = option.value !== select.value;
      }
      drawAll();
    });
  }

  // A picture of its own: in light colours on white, with title and disclaimer, as wide as a desk.
  async function picture(id, form) {
    const { chart } = spec(id, widthsOf(id).pop());
    const aside = document.createElement("div");
    const made = await vegaEmbed(aside, Object.assign(chart, held.frames[id]), {
      actions: false, ast: true, renderer: "svg", mode: "vega-lite",
      config: { ...held.modes.light, background: held.frames[id].background },
    });
    const url = await made.view.toImageURL(form, 2);
    made.finalize();
    return url;
  }

  for (const button of document.querySelectorAll("[data-save]")) {
    button.addEventListener("click", async () => {
      const holder = button.closest("figure").querySelector(".chart");
      const form = button.dataset.save;
      const url = await picture(holder.dataset.chart, form);
      const link = document.createElement("a");
      link.href = url;
      link.download = `${holder.dataset.chart}.${form}`;
      link.click();
    });
  }

  for (const input of document.querySelectorAll("[data-filters]")) {
    const part = document.querySelector(`[data-filtered="${input.dataset.filters}"]`);
    const rows = [...part.querySelectorAll("tbody tr")];
    const count = part.querySelector(".count");
    input.addEventListener("input", () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const row of rows) {
        const text = row.textContent.toLowerCase();
        row.hidden = !words.every((word) => text.includes(word));
        shown += !row.hidden;
      }
      count.textContent = words.length ? `${shown} of ${rows.length} rows` : "";
    });
  }

  // A finger does not hover: where it taps, the tooltip is shown as if a pointer had moved.
  addEventListener("click", (event) => {
    if (event.pointerType !== "touch") return;
    document.getElementById("vg-tooltip-element")?.classList.remove("visible");
    if (!event.target.closest(".chart")) return;
    const { clientX, clientY } = event;
    event.target.dispatchEvent(
      new PointerEvent("pointermove", { bubbles: true, clientX, clientY }));
  });

  let waiting;
  addEventListener("resize", () => { clearTimeout(waiting); waiting = setTimeout(drawAll, 200); });
  colour();
  drawAll();
})();
