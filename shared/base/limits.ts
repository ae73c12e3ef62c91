/** The largest sizes accepted from outside. */

/** Bytes of a file that is imported or attached: 25 MB. */
export const LARGEST_FILE = 25 * 1024 * 1024;
/** Characters of such a file as base64. */
export const LARGEST_BASE64 = Math.ceil(LARGEST_FILE / 3) * 4;
