/** The tree of a project as MS Project's XML. */
import { XMLBuilder } from 'fast-xml-parser';
import type { XmlTree } from '../../shared/domain/runbook/exchange/project/write.ts';

/** Bytes of the file, UTF-8. */
export function writeProject(tree: XmlTree): Uint8Array {
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    format: false,

    suppressEmptyNode: true,
  });
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${builder.build({ Project: tree })}`);
}
