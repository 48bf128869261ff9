import { type ArrayChange, diffArrays } from "diff";

/** A stretch of text that two versions share, or that only one of them has. */
export type Piece = { kind: "same" | "added" | "removed"; text: string };

/** So long the comparison of two texts may hold the page up, in milliseconds. */
const BUDGET_MS = 250;
/** So many words may differ before the comparison is given up, should the clock not end it. */
const MAX_WORD_EDITS = 5_000;

/**
 * What turns `before` into `after`: first by lines, then by words within the lines that differ.
 * The same and removed pieces together are `before`, the same and added ones `after`, both with
 * line endings as `\n` (a field's text has no others). Texts that have too little in common for
 * the time there is count as removed and added whole.
 */
export function textDifference(before: string, after: string): Piece[] {
  const [old, next] = [newlines(before), newlines(after)];
  if (old === next) return pieces([["same", old]]);
  const end = Date.now() + BUDGET_MS;
  const lines = changes(linesOf(old), linesOf(next), { timeout: BUDGET_MS });
  if (!lines) return byWords(old, next, end);
  return join(inBlocks(lines).flatMap((block) => refine(block, end)));
}

const newlines = (text: string) => text.replace(/\r\n?/g, "\n");

/** Every line with the `\n` that ends it, so that joined they are the text again. */
const linesOf = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

type Limits = { timeout: number; maxEditLength?: number };

function changes(before: string[], after: string[], limits: Limits) {
  const timeout = Math.max(1, limits.timeout);
  return diffArrays(before, after, { ...limits, timeout });
}

type Block = { removed: string; added: string } | { same: string };

/** Lines that went and the lines that came in their place, together. */
function inBlocks(lines: ArrayChange<string>[]): Block[] {
  const blocks: Block[] = [];
  for (const { value, added, removed } of lines) {
    const text = value.join("");
    const last = blocks.at(-1);
    if (!added && !removed) blocks.push({ same: text });
    else if (!last || "same" in last) {
      blocks.push({ removed: removed ? text : "", added: added ? text : "" });
    } else if (removed) last.removed += text;
    else last.added += text;
  }
  return blocks;
}

function refine(block: Block, end: number): Piece[] {
  if ("same" in block) return pieces([["same", block.same]]);
  return byWords(block.removed, block.added, end);
}

function byWords(before: string, after: string, end: number): Piece[] {
  const whole = pieces([
    ["removed", before],
    ["added", after],
  ]);
  const timeout = end - Date.now();
  if (before === "" || after === "" || timeout <= 0) return whole;
  const limits = { timeout, maxEditLength: MAX_WORD_EDITS };
  const words = changes(wordsOf(before), wordsOf(after), limits);
  return words ? smooth(words.map(toPiece)) : whole;
}

function toPiece({ value, added, removed }: ArrayChange<string>): Piece {
  return { kind: added ? "added" : removed ? "removed" : "same", text: value.join("") };
}

/**
 * Words, spaces and signs, in whatever script: Chinese has no spaces, and half an emoji is none.
 * What is plainly Latin takes the short way, since the browser's own takes a second for a long text.
 */
function wordsOf(text: string): string[] {
  return (text.match(/\s+|\S+/g) ?? []).flatMap((run) =>
    isPlain.test(run) ? (run.match(plainWords) ?? []) : segmentsOf(run),
  );
}

const isPlain = /^[\x20-\x7E\s\u00A0-\u024F\u2010-\u2026]*$/;
const plainWords = /[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu;

function segmentsOf(run: string): string[] {
  if (typeof Intl.Segmenter === "undefined") return run.match(anyWords) ?? [];
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "word" });
  return Array.from(segmenter.segment(run), ({ segment }) => segment);
}

const anyWords = /[\p{L}\p{M}\p{N}_]+|[^\p{L}\p{M}\p{N}_]/gu;
let segmenter: Intl.Segmenter | undefined;

/**
 * A space alone between two changes is no anchor for a reader: "red fox" for "blue owl" is one
 * change, not two around a space.
 */
function smooth(list: Piece[]): Piece[] {
  const spread = list.flatMap((piece, index): Piece[] => {
    const isBetween = index > 0 && index < list.length - 1;
    if (piece.kind !== "same" || !isBetween || !/^[^\S\n]+$/.test(piece.text)) return [piece];
    return [
      { kind: "removed", text: piece.text },
      { kind: "added", text: piece.text },
    ];
  });
  return join(spread);
}

/** Neighbours of one kind become one; between two same pieces what went stands before what came. */
function join(list: Piece[]): Piece[] {
  const joined: Piece[] = [];
  let removed = "";
  let added = "";
  const flush = () => {
    joined.push(
      ...pieces([
        ["removed", removed],
        ["added", added],
      ]),
    );
    removed = "";
    added = "";
  };
  for (const { kind, text } of list) {
    if (kind === "removed") removed += text;
    else if (kind === "added") added += text;
    else {
      flush();
      const last = joined.at(-1);
      if (last?.kind === "same") last.text += text;
      else joined.push({ kind, text });
    }
  }
  flush();
  return joined;
}

function pieces(list: [Piece["kind"], string][]): Piece[] {
  return list.filter(([, text]) => text !== "").map(([kind, text]) => ({ kind, text }));
}
