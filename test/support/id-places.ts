/** Where in the published schema of playbooks an element with catalogue ids can stand. */

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
}

/** Such as `phases.steps`; empty for the playbook itself. */
export function idPlaces(schema: Shape, place: readonly string[] = []): readonly string[] {
  const { properties = {}, items, anyOf = [] } = schema;
  return [
    ...('ids' in properties ? [place.join('.')] : []),
    ...Object.entries(properties).flatMap(([name, shape]) => idPlaces(shape, [...place, name])),
    ...[...(items ? [items] : []), ...anyOf].flatMap((shape) => idPlaces(shape, place)),
  ];
}
