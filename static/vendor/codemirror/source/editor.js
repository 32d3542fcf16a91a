// The code editor of the coding stage: CodeMirror 6 behind one function. Built into ../codemirror.js by the recipe
// in static/vendor/README.md; this file is ours, everything it imports is CodeMirror's.
//
//   import { createEditor } from "…/vendor/codemirror/codemirror.js";
//   const editor = createEditor({ parent, doc, language: "python", label, nonce, onChange: (text) => … });
//   editor.getValue(); editor.setValue(text); editor.setLanguage("cpp"); editor.setKeys("vim"); editor.setReadOnly(true); editor.focus();
//
// parent: element · language: one of `languages`, or anything else for plain text · keys: default, vim or emacs
// The size of the text is the CSS property --editor-size of `parent`, its colours are --editor-… or else --code-….
// onChange(text): after every edit by the person · onEdit({changes, at}): the same edit as a small change set, for playback
// dark: true/false, or leave it out to follow the page's theme · nonce: of the page's Content-Security-Policy style-src
// Keyboard: Tab indents; Escape and then Tab (or Ctrl-M) leaves the editor.

import { basicSetup } from "codemirror";
import { indentWithTab } from "@codemirror/commands";
import { HighlightStyle, StreamLanguage, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { Annotation, Compartment, EditorState } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";

// Grammars and key bindings are files of their own, fetched when they are first used.
const legacy = async (file, name) => StreamLanguage.define((await file)[name]);
const LANGUAGES = {
  python: async () => (await import("@codemirror/lang-python")).python(),
  cpp: async () => (await import("@codemirror/lang-cpp")).cpp(),
  c: async () => (await import("@codemirror/lang-cpp")).cpp(),
  java: async () => (await import("@codemirror/lang-java")).java(),
  javascript: async () => (await import("@codemirror/lang-javascript")).javascript(),
  typescript: async () => (await import("@codemirror/lang-javascript")).javascript({ typescript: true }),
  sql: async () => (await import("@codemirror/lang-sql")).sql(),
  go: async () => (await import("@codemirror/lang-go")).go(),
  rust: async () => (await import("@codemirror/lang-rust")).rust(),
  ruby: () => legacy(import("@codemirror/legacy-modes/mode/ruby"), "ruby"),
  shell: () => legacy(import("@codemirror/legacy-modes/mode/shell"), "shell"),
  csharp: () => legacy(import("@codemirror/legacy-modes/mode/clike"), "csharp"),
  kotlin: () => legacy(import("@codemirror/legacy-modes/mode/clike"), "kotlin"),
};
const KEYS = {
  vim: async () => (await import("@replit/codemirror-vim")).vim(),
  emacs: async () => (await import("@replit/codemirror-emacs")).emacs(),
};
const TWO_SPACES = new Set(["javascript", "typescript", "sql", "ruby", "shell"]);

// Colours are the page's tokens, so that both themes come from one place (static/css/tokens.css).
const highlight = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.controlKeyword, tags.operatorKeyword], color: "var(--editor-keyword, var(--code-keyword))" },
  { tag: [tags.string, tags.special(tags.string), tags.character, tags.regexp], color: "var(--editor-string, var(--code-string))" },
  { tag: [tags.number, tags.bool, tags.null, tags.atom, tags.self], color: "var(--editor-number, var(--code-number))" },
  { tag: [tags.comment, tags.lineComment, tags.blockComment], color: "var(--editor-comment, var(--code-comment))", fontStyle: "italic" },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.macroName], color: "var(--editor-function, var(--code-function))" },
  { tag: [tags.typeName, tags.className, tags.namespace, tags.standard(tags.variableName)], color: "var(--editor-type, var(--code-type))" },
  { tag: [tags.meta, tags.annotation, tags.processingInstruction], color: "var(--editor-meta, var(--code-meta))" },
  { tag: tags.invalid, color: "var(--danger-text)" },
]);

const look = {
  "&": { height: "100%", color: "var(--text)", backgroundColor: "transparent", fontSize: "var(--editor-size, 0.875rem)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--font-mono)", lineHeight: "1.6", overflow: "auto" },
  ".cm-content": { caretColor: "var(--text)", padding: "0.75rem 0" },
  ".cm-cursor, .cm-dropCursor": { borderLeftColor: "var(--text)", borderLeftWidth: "2px" },
  ".cm-gutters": { backgroundColor: "transparent", color: "var(--text-muted)", border: "none" },
  ".cm-activeLine": { backgroundColor: "var(--code-line)" },
  ".cm-activeLineGutter": { backgroundColor: "var(--code-line)", color: "var(--text)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--code-selection)" },
  ".cm-selectionMatch": { backgroundColor: "var(--code-selection)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--code-selection)", outline: "1px solid var(--line-control)" },
  ".cm-foldPlaceholder": { backgroundColor: "var(--surface-sunken)", borderColor: "var(--line-strong)", color: "var(--text-muted)" },
  ".cm-panels, .cm-tooltip": { backgroundColor: "var(--surface-raised)", color: "var(--text)", borderColor: "var(--line-strong)" },
  ".cm-panels input, .cm-textfield": { backgroundColor: "var(--surface)", color: "var(--text)", border: "1px solid var(--line-control)" },
  ".cm-button": { backgroundImage: "none", backgroundColor: "var(--surface-sunken)", color: "var(--text)", border: "1px solid var(--line-control)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--text-on-accent)" },
};
const themes = { light: EditorView.theme(look, { dark: false }), dark: EditorView.theme(look, { dark: true }) };

const byProgram = Annotation.define();
const systemDark = window.matchMedia("(prefers-color-scheme: dark)");

function pageIsDark() {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === "dark" : systemDark.matches;
}

export const languages = Object.keys(LANGUAGES);
export const keyBindings = ["default", ...Object.keys(KEYS)];

export function createEditor({ parent, doc = "", language = "python", keys = "default", onChange, onEdit, readOnly = false, dark, nonce, label, describedBy } = {}) {
  const languageSlot = new Compartment();
  const indentSlot = new Compartment();
  const keysSlot = new Compartment();
  const readOnlySlot = new Compartment();
  const themeSlot = new Compartment();
  const theme = () => themes[(dark ?? pageIsDark()) ? "dark" : "light"];
  const indent = (name) => indentUnit.of(TWO_SPACES.has(name) ? "  " : "    ");
  const wanted = {};
  const locked = (value) => [EditorState.readOnly.of(value), EditorView.editable.of(true)];

  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc,
      extensions: [
        nonce ? EditorView.cspNonce.of(nonce) : [],
        keysSlot.of([]), // before every other key binding
        basicSetup,
        keymap.of([indentWithTab]),
        EditorState.tabSize.of(4),
        languageSlot.of([]),
        indentSlot.of(indent(language)),
        readOnlySlot.of(locked(readOnly)),
        themeSlot.of(theme()),
        syntaxHighlighting(highlight),
        EditorView.contentAttributes.of({
          "aria-label": label || "Code",
          ...(describedBy ? { "aria-describedby": describedBy } : {}),
          autocapitalize: "off",
          autocorrect: "off",
          spellcheck: "false",
        }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged || update.transactions.every((tr) => tr.annotation(byProgram))) return;
          onChange?.(update.state.doc.toString());
          onEdit?.({ changes: update.changes.toJSON(), at: Date.now() });
        }),
      ],
    }),
  });

  // Put what was fetched into its place, unless something else was wanted meanwhile.
  async function put(slot, what, source, name) {
    wanted[what] = name;
    const support = (await source[name]?.().catch(() => [])) ?? [];
    if (wanted[what] === name) view.dispatch({ effects: slot.reconfigure(support) });
  }
  const setLanguage = (name) => {
    view.dispatch({ effects: indentSlot.reconfigure(indent(name)) });
    return put(languageSlot, "language", LANGUAGES, name);
  };
  const setKeys = (name) => put(keysSlot, "keys", KEYS, name);
  setLanguage(language);
  if (keys !== "default") setKeys(keys);

  const retheme = () => view.dispatch({ effects: themeSlot.reconfigure(theme()) });
  document.addEventListener("theme:change", retheme);
  systemDark.addEventListener("change", retheme);

  return {
    view,
    getValue: () => view.state.doc.toString(),
    setValue(text) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, annotations: byProgram.of(true) });
    },
    setLanguage,
    setKeys,
    setReadOnly(value) {
      view.dispatch({ effects: readOnlySlot.reconfigure(locked(value)) });
    },
    setDark(value) {
      dark = value;
      retheme();
    },
    focus: () => view.focus(),
    destroy() {
      document.removeEventListener("theme:change", retheme);
      systemDark.removeEventListener("change", retheme);
      view.destroy();
    },
  };
}
