/** Text from anywhere, made fit for files of any kind. */

/** Without characters that are no text: controls except tab and line breaks, overrides of the writing direction, halves of pairs. */
export function withoutControls(text: string): string {
  return text.toWellFormed().replace(CONTROLS, '');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;
