/** A playbook being edited: its content with what was done to it, kept in this browser at every keystroke until it is saved. */
import { useCallback, useState } from 'react';
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';

/** What is kept between two visits. */
export interface KeptDraft {
  readonly content: Playbook;
  /** The revision the person began with. */
  readonly revision: number;
  /** UTC ms. */
  readonly changedAt: number;
}

export interface Draft {
  readonly content: Playbook;
  readonly isChanged: boolean;
  /** False when this browser keeps nothing: then it lasts as long as the page. */
  readonly isKept: boolean;
  readonly change: (next: Playbook) => void;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
}

const MOST_STEPS = 200;
/** Typing on within this time is one step of undo. */
const ONE_STEP_MS = 800;

interface Steps {
  readonly past: readonly Playbook[];
  readonly content: Playbook;
  readonly future: readonly Playbook[];
  readonly at: number;
}

/** `saved` is the content in the record; `start` where to begin: with it, or with a kept draft of it. */
export function useDraft(key: string, revision: number, saved: Playbook, start: Playbook): Draft {
  const [steps, setSteps] = useState<Steps>({ past: [], content: start, future: [], at: 0 });
  const [isKept, setKept] = useState(true);
  const put = useCallback(
    (next: Steps) => {
      setSteps(next);
      setKept(keep(key, { content: next.content, revision, changedAt: Date.now() }));
    },
    [key, revision],
  );
  const { past, content, future, at } = steps;
  const before = past.at(-1);
  const after = future.at(0);
  return {
    content,
    isChanged: content !== saved,
    isKept,
    change: (next) => {
      if (next === content) return;
      const now = Date.now();
      const isSameStep = now - at < ONE_STEP_MS && past.length > 0;
      put({ past: isSameStep ? past : [...past, content].slice(-MOST_STEPS), content: next, future: [], at: now });
    },
    undo: before ? () => put({ past: past.slice(0, -1), content: before, future: [content, ...future], at: 0 }) : null,
    redo: after ? () => put({ past: [...past, content], content: after, future: future.slice(1), at: 0 }) : null,
  };
}

const storedAs = (key: string) => `gantry-playbook-${key}`;

/** Null when there is none, or it cannot be read any more. */
export function keptDraft(key: string): KeptDraft | null {
  try {
    return JSON.parse(localStorage.getItem(storedAs(key)) ?? 'null') as KeptDraft | null;
  } catch {
    return null;
  }
}

export function forgetDraft(key: string): void {
  localStorage.removeItem(storedAs(key));
}

function keep(key: string, draft: KeptDraft): boolean {
  try {
    localStorage.setItem(storedAs(key), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}
