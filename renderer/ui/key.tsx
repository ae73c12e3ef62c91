/** A key as it is printed on screen: `Mod` becomes Ctrl, or the command sign on a Mac. */

const onMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
const printed: Readonly<Record<string, string>> = {
  Mod: onMac ? '⌘' : 'Ctrl',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Escape: 'Esc',
};

/** `Mod+K` reads `Ctrl K`. */
export function keyText(stroke: string): string {
  return stroke
    .split('+')
    .map((part) => printed[part] ?? part)
    .join(' ');
}

export function Key({ stroke }: { readonly stroke: string }) {
  return <kbd>{keyText(stroke)}</kbd>;
}
