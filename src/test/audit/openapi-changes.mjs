// What a client of the old OpenAPI document could no longer do, or no longer understand, with the new one; and what a
// receiver of its webhooks could no longer understand.

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head'];

export function openApiBreakingChanges(before, after) {
  const changes = [];
  for (const [path, item] of Object.entries(before.paths)) {
    for (const method of METHODS.filter((name) => item[name])) {
      const where = `${method.toUpperCase()} ${path}`;
      const now = after.paths[path]?.[method];
      if (now) {
        operation(where, item[method], now);
      } else {
        changes.push(`${where} is gone`);
      }
    }
  }
  for (const [name, item] of Object.entries(before.webhooks ?? {})) {
    for (const [type, media] of Object.entries(item.post.requestBody.content)) {
      const present = after.webhooks?.[name]?.post.requestBody.content[type];
      if (present) answered(`webhook ${name}`, media.schema, present.schema, new Set());
      else changes.push(`webhook ${name} is gone`);
    }
  }
  return [...new Set(changes)];

  function operation(where, old, now) {
    if (old.operationId !== now.operationId) changes.push(`${where} is called ${now.operationId}, was ${old.operationId}`);
    const oldParameters = parameters(before, old);
    for (const [name, parameter] of parameters(after, now)) {
      if (parameter.required && !oldParameters.get(name)?.required) changes.push(`${where} needs ${name}`);
    }
    for (const [name, parameter] of oldParameters) {
      const present = parameters(after, now).get(name);
      if (!present) changes.push(`${where} does not take ${name}`);
      else sent(`${where} ${name}`, parameter.schema, present.schema, new Set());
    }
    if (now.requestBody?.required && !old.requestBody?.required) changes.push(`${where} needs a body`);
    for (const [type, media] of Object.entries(old.requestBody?.content ?? {})) {
      const present = now.requestBody?.content?.[type];
      if (!present) changes.push(`${where} does not take ${type}`);
      else sent(`${where} body`, media.schema, present.schema, new Set());
    }
    for (const [status, response] of Object.entries(old.responses)) {
      const present = now.responses[status];
      if (!present) {
        if (status.startsWith('2')) changes.push(`${where} does not answer ${status}`);
        continue;
      }
      const oldContent = resolve(before, response).content ?? {};
      for (const [type, media] of Object.entries(oldContent)) {
        const schema = resolve(after, present).content?.[type]?.schema;
        if (!schema) changes.push(`${where} does not answer ${status} as ${type}`);
        else answered(`${where} ${status}`, media.schema, schema, new Set());
      }
    }
  }

  // Requests: what was taken must still be taken.
  function sent(where, oldSchema, nowSchema, seen) {
    compare(where, oldSchema, nowSchema, seen, sent, (old, now) => {
      for (const name of now.required ?? []) {
        if (!(old.required ?? []).includes(name)) changes.push(`${where} needs ${name}`);
      }
      for (const name of Object.keys(old.properties ?? {})) {
        if (!now.properties?.[name]) changes.push(`${where} does not take ${name}`);
      }
      for (const value of now.enum ? old.enum ?? [] : []) {
        if (!now.enum.includes(value)) changes.push(`${where} does not take ${value}`);
      }
      for (const type of types(old)) {
        if (now.type && !types(now).includes(type)) changes.push(`${where} does not take ${type}`);
      }
      for (const bound of ['maxLength', 'maximum', 'maxItems', 'maxProperties']) {
        if (now[bound] !== undefined && !(old[bound] <= now[bound])) changes.push(`${where} has a smaller ${bound}`);
      }
      for (const bound of ['minLength', 'minimum', 'minItems']) {
        if (now[bound] !== undefined && !(old[bound] >= now[bound])) changes.push(`${where} has a larger ${bound}`);
      }
      if (now.pattern && now.pattern !== old.pattern) changes.push(`${where} has another pattern`);
    });
  }

  // Answers: what was promised must still come. New members and new enum values are announced as possible.
  function answered(where, oldSchema, nowSchema, seen) {
    compare(where, oldSchema, nowSchema, seen, answered, (old, now) => {
      for (const name of old.required ?? []) {
        if (!(now.required ?? []).includes(name)) changes.push(`${where} may leave out ${name}`);
      }
      for (const name of Object.keys(old.properties ?? {})) {
        if (!now.properties?.[name]) changes.push(`${where} has no ${name}`);
      }
      for (const type of types(now)) {
        if (old.type && !types(old).includes(type)) changes.push(`${where} may be ${type}`);
      }
    });
  }

  function compare(where, oldSchema, nowSchema, seen, again, judge) {
    if (!oldSchema || !nowSchema) return;
    const pair = `${oldSchema.$ref} ${nowSchema.$ref}`;
    if (oldSchema.$ref && seen.has(pair)) return;
    const below = new Set(seen).add(pair);
    const old = resolve(before, oldSchema);
    const now = resolve(after, nowSchema);
    judge(old, now);
    for (const [name, schema] of Object.entries(old.properties ?? {})) {
      again(`${where}/${name}`, schema, now.properties?.[name], below);
    }
    again(`${where}/*`, old.items, now.items, below);
    const alternatives = (schema) => [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
    const present = alternatives(now);
    alternatives(old).forEach((schema, index) => again(where, schema, present[index], below));
  }
}

function types(schema) {
  return schema.type === undefined ? [] : [schema.type].flat();
}

function parameters(document, operation) {
  return new Map(
    (operation.parameters ?? []).map((parameter) => {
      const resolved = resolve(document, parameter);
      return [`${resolved.in} ${resolved.name}`, resolved];
    }),
  );
}

function resolve(document, part) {
  if (!part?.$ref) return part;
  return part.$ref.slice(2).split('/').reduce((value, step) => value[step], document);
}
