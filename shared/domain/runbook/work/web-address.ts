/** Which addresses may be opened by a press: those of the web, and nothing that runs. */

/** The address to open, as the browser writes it; null where it is none of the web or cannot be read. */
export function webAddress(address: string): string | null {
  const trimmed = address.trim();
  return /^https?:\/\/[^\s/?#<>"]+[^\s<>"]*$/i.test(trimmed) ? trimmed : null;
}
