/** Hands a file to the person, as a download. */

export interface FileToSave {
  readonly name: string;
  readonly mediaType: string;
  /** Text, or bytes in base64. */
  readonly content: string | { readonly base64: string };
}

export function saveFile({ name, mediaType, content }: FileToSave): void {
  const part = typeof content === 'string' ? content : Uint8Array.from(atob(content.base64), (char) => char.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([part], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // the browser reads it after the click returns
}
