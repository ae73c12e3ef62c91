/** What a key press is called, whatever the keyboard's layout, and which presses are meant for the field that is typed in. */

/** The part of a KeyboardEvent that says what was pressed. */
export interface Press {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * The names a press answers to, best first: `F`, `Shift+F`, `?`, `1`, `Mod+K`, `Alt+1`, `ArrowDown`, `F8`. Letters are upper case.
 * Mod is Ctrl, on a Mac the command key; presses with the other of the two answer to nothing. With Alt, which types characters on
 * many keyboards, and on keyboards without Latin letters or with digits behind Shift, the key's place counts.
 */
export function strokesOf(press: Press, onMac: boolean): readonly string[] {
  const mod = onMac ? press.metaKey : press.ctrlKey;
  const other = onMac ? press.ctrlKey : press.metaKey;
  if (other) return [];
  if (press.altKey) return mod || press.shiftKey ? [] : withAlt(press.code);
  if (press.key === 'Dead' || press.key === 'Unidentified') return [];
  const named = withModifiers(press.key, mod, press.shiftKey);
  const placed = byPlace(press);
  return placed === null ? [named] : [named, withModifiers(placed, mod, press.shiftKey)];
}

function withModifiers(key: string, mod: boolean, shift: boolean): string {
  const letter = /^\p{L}$/u.test(key);
  const name = letter ? key.toUpperCase() : key === ' ' ? 'Space' : key;
  const shifted = shift && (letter || key.length > 1);
  return `${mod ? 'Mod+' : ''}${shifted ? 'Shift+' : ''}${name}`;
}

function withAlt(code: string): readonly string[] {
  const place = /^(?:Digit|Key)(.)$/.exec(code)?.[1];
  return place === undefined ? [] : [`Alt+${place}`];
}

function byPlace({ key, code, shiftKey }: Press): string | null {
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return shiftKey || /^\d$/.test(key) ? null : digit;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  return letter !== undefined && key.length === 1 && /[^\p{ASCII}]/u.test(key) ? letter : null;
}

/** Whether a stroke acts even while a field is typed in: combinations with Mod, function keys and Escape. */
export function actsWhileTyping(stroke: string): boolean {
  return stroke.startsWith('Mod+') || stroke === 'Escape' || /^(Shift\+)?F\d{1,2}$/.test(stroke);
}

/** Whether a stroke already means something to a focused button or link. */
export function pressesControl(stroke: string): boolean {
  return stroke === 'Enter' || stroke === 'Space';
}
