/** MS Project's XML as a sheet. Refuses what a project file never holds: document types, entities of its own, endless nesting. */
import { XMLParser } from 'fast-xml-parser';
import { type Result, refuse } from '../../shared/base/result.ts';
import type { Sheet } from '../../shared/base/sheet/sheet.ts';
import { NAMESPACE } from '../../shared/domain/runbook/exchange/project/format.ts';
import { projectSheet, type XmlNode } from '../../shared/domain/runbook/exchange/project/read.ts';
import { decodeText } from './decode-text.ts';

const DEEPEST = 32;

/** Never throws: whatever is wrong with the bytes is a refusal. `name` is only used in words. */
export function readProject(bytes: Uint8Array, name: string): Result<Sheet> {
  const text = decodeText(bytes)?.text;
  if (text === undefined) return notRead(name, 'holds no text');
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) {
    return refuse(
      'doctype',
      `${name} declares a document type, which no project file does. Nothing was changed. Save it again from MS Project as XML.`,
    );
  }
  try {
    const read = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '@',
      removeNSPrefix: true,
      parseTagValue: false,
      parseAttributeValue: false,
      htmlEntities: true,
      maxNestedTags: DEEPEST,
    }).parse(text, true) as XmlNode;
    const project = read.Project;
    if (typeof project !== 'object' || project === null || Array.isArray(project))
      return notRead(name, 'is XML, but not a project of MS Project');
    if ((project as XmlNode)['@xmlns'] !== NAMESPACE && !text.includes(NAMESPACE))
      return notRead(name, 'is XML of another kind of project');
    return projectSheet(project as XmlNode, name);
  } catch (error) {
    return notRead(name, `cannot be read as XML (${(error as Error).message.slice(0, 160)})`);
  }
}

function notRead(name: string, why: string) {
  return refuse('not-a-project', `${name} ${why}. Nothing was changed. In MS Project choose Save As, XML, and bring that file in.`);
}
