// node --test: the comparison finds what it is there to find.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openApiBreakingChanges } from './openapi-changes.mjs';

const document = () => ({
  components: {
    schemas: {
      Thing: {
        type: 'object',
        required: ['id'],
        properties: { id: { type: 'string' }, note: { type: ['string', 'null'] }, self: { $ref: '#/components/schemas/Thing' } },
      },
      Made: { type: 'object', required: ['at'], properties: { at: { type: 'string' } } },
    },
  },
  paths: {
    '/things': {
      post: {
        operationId: 'makeThing',
        parameters: [{ in: 'query', name: 'dry', schema: { type: 'boolean' } }],
        requestBody: {
          content: {
            'application/json': {
              schema: { type: 'object', properties: { name: { type: 'string', maxLength: 10 }, kind: { enum: ['A', 'B'] } } },
            },
          },
        },
        responses: { 201: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } } },
      },
    },
  },
  webhooks: {
    'thing.made': {
      post: { requestBody: { content: { 'application/json': { schema: { allOf: [{ $ref: '#/components/schemas/Made' }] } } } } },
    },
  },
});

const body = (d) => d.paths['/things'].post.requestBody.content['application/json'].schema;
const thing = (d) => d.components.schemas.Thing;
const made = (d) => d.components.schemas.Made;

const breaking = {
  'an operation goes': (d) => delete d.paths['/things'].post,
  'an operation gets another name': (d) => { d.paths['/things'].post.operationId = 'createThing'; },
  'a parameter goes': (d) => { d.paths['/things'].post.parameters = []; },
  'a parameter becomes required': (d) => { d.paths['/things'].post.parameters[0].required = true; },
  'a new parameter is required': (d) => { d.paths['/things'].post.parameters.push({ in: 'header', name: 'X', required: true, schema: {} }); },
  'a member of the body becomes required': (d) => { body(d).required = ['name']; },
  'a member of the body goes': (d) => delete body(d).properties.name,
  'a text of the body gets shorter': (d) => { body(d).properties.name.maxLength = 5; },
  'a value of the body goes': (d) => { body(d).properties.kind.enum = ['A']; },
  'a type of the body changes': (d) => { body(d).properties.name.type = 'integer'; },
  'a member of the answer goes': (d) => delete thing(d).properties.note,
  'a member of the answer becomes optional': (d) => { thing(d).required = []; },
  'a member of the answer may be null': (d) => { thing(d).properties.id.type = ['string', 'null']; },
  'a webhook goes': (d) => delete d.webhooks['thing.made'],
  'all webhooks go': (d) => delete d.webhooks,
  'a member of an event goes': (d) => delete made(d).properties.at,
  'a member of an event becomes optional': (d) => { made(d).required = []; },
  'a status goes': (d) => { d.paths['/things'].post.responses = { 200: {} }; },
};
for (const [name, change] of Object.entries(breaking)) {
  test(`breaking: ${name}`, () => {
    const after = document();
    change(after);
    assert.notDeepEqual(openApiBreakingChanges(document(), after), []);
  });
}

const harmless = {
  'nothing changes': () => {},
  'a new operation': (d) => { d.paths['/others'] = { get: { operationId: 'others', responses: {} } }; },
  'a new optional parameter': (d) => { d.paths['/things'].post.parameters.push({ in: 'query', name: 'q', schema: {} }); },
  'a new optional member of the body': (d) => { body(d).properties.more = { type: 'string' }; },
  'a longer text in the body': (d) => { body(d).properties.name.maxLength = 50; },
  'a new value in the body': (d) => { body(d).properties.kind.enum.push('C'); },
  'a new member of the answer': (d) => { thing(d).properties.more = { type: 'string' }; thing(d).required.push('more'); },
  'a new webhook': (d) => { d.webhooks['thing.lost'] = d.webhooks['thing.made']; },
  'a new member of an event': (d) => { made(d).properties.by = { type: 'string' }; },
  'a refusal more': (d) => { d.paths['/things'].post.responses[409] = {}; },
};
for (const [name, change] of Object.entries(harmless)) {
  test(`harmless: ${name}`, () => {
    const after = document();
    change(after);
    assert.deepEqual(openApiBreakingChanges(document(), after), []);
  });
}
