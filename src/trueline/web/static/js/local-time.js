// Says moments by the clocks of this browser as well, beside what the page says.
for (const time of document.querySelectorAll("time[data-local]")) {
  const shown = new Date(time.dateTime).toLocaleString(document.documentElement.lang, {
    dateStyle: "medium",
    timeStyle: "short",
  });
  time.parentElement.append(` · ${time.dataset.local.replace("{time}", shown)}`);
}
