// What every page has: each module looks for its own data attributes and does nothing where there are none.

import { start as autosave } from "./autosave.js";
import { start as copy } from "./copy.js";
import { start as countdown } from "./countdown.js";
import { start as dialog } from "./dialog.js";
import { start as forms } from "./forms.js";
import { start as leave } from "./leave.js";
import { start as menu } from "./menu.js";
import { start as places } from "./places.js";

[copy, dialog, forms, leave, menu, places, autosave, countdown].forEach((start) => start());
