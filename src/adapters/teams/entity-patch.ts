import mappers from 'botframework-connector/lib/connectorApi/models/mappers.js';

/**
 * botbuilder 4.23.3 drops every property of an entity but `type`, `text` and `mentioned` when it sends
 * (botbuilder-js#4834, fixed on its main branch by #4903 and never released). A label such as "AI generated"
 * lives in those properties. `test/teams/entities-on-the-wire.test.ts` holds this in place.
 */
export function sendWholeEntities(): void {
  mappers.Entity.type.additionalProperties = { type: { name: 'Object' } };
}
