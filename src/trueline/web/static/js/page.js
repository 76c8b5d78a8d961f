// What every page gets. Each module does one thing, keeps nothing, and may be missing. Gathered for an
// instance, they are one file, so no other script imports one of them.
import "./answers.js";
import "./arrive.js";
import "./copying.js";
import "./countries.js";
import "./drafts.js";
import "./error-summary.js";
import "./failed.js";
import "./folds.js";
import "./growing-text.js";
import "./letters.js";
import "./menus.js";
import "./once.js";
import "./said.js";
import "./tables.js";
import "./theme.js";
import "./understood.js";
import "./unsaved.js";
import "./waiting.js";
