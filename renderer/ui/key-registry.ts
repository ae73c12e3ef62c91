/** The one register of keys: which scopes are open, which binding a stroke reaches, and what is listed on screen. */
import { actsWhileTyping, pressesControl } from './key-strokes.ts';

export interface KeyBinding {
  /** A stroke such as `F`, `?`, `1`, `Mod+K`, `Shift+Enter`. */
  readonly key: string;
  /** What it does in one or two words, as printed in the foot and the key sheet. */
  readonly label: string;
  readonly run: () => void;
  /** False where it does not apply now: not run and not listed. True unless told. */
  readonly when?: boolean;
  /** Whether holding the key runs it again and again, as for moving. False unless told, so that a held key acts once. */
  readonly repeat?: boolean;
  /** False keeps it out of the foot; the key sheet and the palette list it anyway. */
  readonly foot?: boolean;
  /** False keeps it out of the palette, as for moving a selection. */
  readonly palette?: boolean;
}

export interface KeyScope {
  /** The name people see in the key sheet: the board, the dialog. */
  readonly name: string;
  readonly bindings: readonly KeyBinding[];
}

/** Where a press fell: into a field, onto a button or link, or elsewhere. */
export type PressedOn = 'field' | 'control' | 'elsewhere';

export interface KeyRegistry {
  /** Opens a scope. Of two scopes the one with the higher `order` is newer and wins; a modal one hides all older scopes. */
  readonly open: (order: number, modal: boolean) => OpenScope;
  /** The binding the first matching stroke reaches; undefined when none does. */
  readonly find: (strokes: readonly string[], on: PressedOn) => KeyBinding | undefined;
  /** What can be reached now, newest scope first, without bindings a newer scope hides. The same array until something changes. */
  readonly listed: () => readonly KeyScope[];
  readonly subscribe: (listener: () => void) => () => void;
}

export interface OpenScope {
  readonly set: (scope: KeyScope) => void;
  readonly close: () => void;
}

interface Held {
  readonly order: number;
  readonly modal: boolean;
  scope: KeyScope;
}

export function createKeyRegistry(): KeyRegistry {
  let held: readonly Held[] = [];
  let list: readonly KeyScope[] | null = null;
  const listeners = new Set<() => void>();

  function changed() {
    list = null;
    for (const listener of listeners) listener();
  }

  function reachable(): readonly Held[] {
    const modal = held.findIndex((one) => one.modal);
    return modal < 0 ? held : held.slice(0, modal + 1);
  }

  return {
    open(order, modal) {
      const mine: Held = { order, modal, scope: { name: '', bindings: [] } };
      held = [...held, mine].sort((a, b) => b.order - a.order);
      changed();
      return {
        set(scope) {
          const same = sameShape(mine.scope, scope);
          mine.scope = scope;
          if (!same) changed();
        },
        close() {
          held = held.filter((one) => one !== mine);
          changed();
        },
      };
    },

    find(strokes, on) {
      for (const stroke of strokes) {
        if (on === 'field' && !actsWhileTyping(stroke)) continue;
        if (on === 'control' && pressesControl(stroke)) continue;
        for (const { scope } of reachable()) {
          const binding = scope.bindings.find((one) => one.key === stroke && one.when !== false);
          if (binding) return binding;
        }
      }
      return undefined;
    },

    listed() {
      list ??= withoutHidden(reachable());
      return list;
    },

    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function withoutHidden(scopes: readonly Held[]): readonly KeyScope[] {
  const taken = new Set<string>();
  return scopes
    .map(({ scope }) => {
      const bindings = scope.bindings.filter((one) => one.when !== false && !taken.has(one.key));
      for (const one of bindings) taken.add(one.key);
      return { name: scope.name, bindings };
    })
    .filter((scope) => scope.bindings.length > 0);
}

/* Screens that list keys need not be drawn again when only the functions behind the keys are new. */
function sameShape(a: KeyScope, b: KeyScope): boolean {
  if (a.name !== b.name || a.bindings.length !== b.bindings.length) return false;
  return a.bindings.every((one, index) => {
    const other = b.bindings[index];
    return (
      other !== undefined &&
      one.key === other.key &&
      one.label === other.label &&
      (one.when !== false) === (other.when !== false) &&
      one.foot === other.foot &&
      one.palette === other.palette
    );
  });
}
