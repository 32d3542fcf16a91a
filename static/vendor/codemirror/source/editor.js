// The code editor of the coding stage: CodeMirror 6 behind one function. Built into ../codemirror.js by the recipe
// in static/vendor/README.md; this file is ours, everything it imports is CodeMirror's.
//
//   import { createEditor } from "…/vendor/codemirror/codemirror.js";
//   const editor = createEditor({ parent, doc, language: "python", label, nonce, onChange: (text) => … });
//   editor.getValue(); editor.setValue(text); editor.setLanguage("cpp"); editor.setReadOnly(true); editor.focus();
//
// parent: element · language: python cpp c java javascript typescript sql, or anything else for plain text
// onChange(text): after every edit by the person · onEdit({changes, at}): the same edit as a small change set, for playback
// dark: true/false, or leave it out to follow the page's theme · nonce: of the page's Content-Security-Policy style-src
// Keyboard: Tab indents; Escape and then Tab (or Ctrl-M) leaves the editor.

import { basicSetup } from "codemirror";
import { indentWithTab } from "@codemirror/commands";
import { HighlightStyle, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { Annotation, Compartment, EditorState } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { cpp } from "@codemirror/lang-cpp";
import { java } from "@codemirror/lang-java";
import { javascript } from "@codemirror/lang-javascript";
import { python } from "@codemirror/lang-python";
import { sql } from "@codemirror/lang-sql";
import { tags } from "@lezer/highlight";

const LANGUAGES = {
  python: () => python(),
  cpp: () => cpp(),
  c: () => cpp(),
  java: () => java(),
  javascript: () => javascript(),
  typescript: () => javascript({ typescript: true }),
  sql: () => sql(),
};

// Colours are the page's tokens, so that both themes come from one place (static/css/tokens.css).
const highlight = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.controlKeyword, tags.operatorKeyword], color: "var(--code-keyword)" },
  { tag: [tags.string, tags.special(tags.string), tags.character, tags.regexp], color: "var(--code-string)" },
  { tag: [tags.number, tags.bool, tags.null, tags.atom, tags.self], color: "var(--code-number)" },
  { tag: [tags.comment, tags.lineComment, tags.blockComment], color: "var(--code-comment)", fontStyle: "italic" },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.macroName], color: "var(--code-function)" },
  { tag: [tags.typeName, tags.className, tags.namespace, tags.standard(tags.variableName)], color: "var(--code-type)" },
  { tag: [tags.meta, tags.annotation, tags.processingInstruction], color: "var(--code-meta)" },
  { tag: tags.invalid, color: "var(--danger-text)" },
]);

const look = {
  "&": { height: "100%", color: "var(--text)", backgroundColor: "transparent", fontSize: "0.875rem" },
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

function languageSupport(name) {
  const four = name !== "javascript" && name !== "typescript" && name !== "sql";
  return [LANGUAGES[name]?.() ?? [], indentUnit.of(four ? "    " : "  ")];
}

export const languages = Object.keys(LANGUAGES);

export function createEditor({ parent, doc = "", language = "python", onChange, onEdit, readOnly = false, dark, nonce, label, describedBy } = {}) {
  const languageSlot = new Compartment();
  const readOnlySlot = new Compartment();
  const themeSlot = new Compartment();
  const theme = () => themes[(dark ?? pageIsDark()) ? "dark" : "light"];
  const locked = (value) => [EditorState.readOnly.of(value), EditorView.editable.of(true)];

  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc,
      extensions: [
        nonce ? EditorView.cspNonce.of(nonce) : [],
        basicSetup,
        keymap.of([indentWithTab]),
        EditorState.tabSize.of(4),
        languageSlot.of(languageSupport(language)),
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

  const retheme = () => view.dispatch({ effects: themeSlot.reconfigure(theme()) });
  document.addEventListener("theme:change", retheme);
  systemDark.addEventListener("change", retheme);

  return {
    view,
    getValue: () => view.state.doc.toString(),
    setValue(text) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, annotations: byProgram.of(true) });
    },
    setLanguage(name) {
      view.dispatch({ effects: languageSlot.reconfigure(languageSupport(name)) });
    },
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
