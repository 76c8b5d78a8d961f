// Says moments by the clocks of this browser as well, beside what the page says.
for (const time of document.querySelectorAll("time[data-local]")) {
  const moment = new Date(time.dateTime);
  const language = document.documentElement.lang.replace(/^en$/, "en-GB"); // as the pages write days
  const day = moment.toLocaleDateString(language, { dateStyle: "long" });
  const shown = `${day}, ${moment.toLocaleTimeString(language, { timeStyle: "short", hourCycle: "h23" })}`;
  time.parentElement.append(` · ${time.dataset.local.replace("{time}", shown)}`);
}
