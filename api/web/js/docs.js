// The API's own page, drawn from /openapi.json: nothing to download from another host.

import { byId, element } from "./dom.js";

const FIELD_HEADS = ["字段", "类型", "必填", "说明"];

async function draw() {
  const response = await fetch("/openapi.json");
  if (!response.ok) throw new Error(String(response.status));
  const api = await response.json();
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationPart(api, path, method, operation)),
  );
  byId("operations").replaceChildren(...operations, ...types(api));
}

function operationPart(api, path, method, operation) {
  const title = element("h2", {}, element("span", { class: "method" }, method.toUpperCase()), element("code", {}, path));
  const summary = [operation.summary, operation.description].filter(Boolean).join("。 ").replace("。。", "。");
  const request = operation.requestBody?.content["application/json"]?.schema;
  const response = operation.responses["200"]?.content?.["application/json"]?.schema;
  return element(
    "section",
    { class: "operation" },
    title,
    element("p", {}, summary),
    ...parameters(operation.parameters ?? []),
    ...(request ? [element("h3", {}, "请求"), fields(api, request)] : []),
    ...(response ? [element("h3", {}, "返回"), fields(api, response)] : []),
    ...(request ? [element("h3", {}, "例"), example(path)] : []),
  );
}

function types(api) {
  return Object.entries(api.components.schemas)
    .filter(([, schema]) => schema.properties)
    .map(([name, schema]) =>
      element("section", { class: "operation", id: `type-${name}` }, element("h2", {}, `类型 ${name}`), fields(api, schema)),
    );
}

function parameters(list) {
  if (list.length === 0) return [];
  const rows = list.map((p) => row([p.name, p.schema?.type ?? "", p.required ? "是" : "", p.description ?? ""]));
  return [element("h3", {}, "参数"), table(rows)];
}

function fields(api, schema) {
  const object = resolve(api, schema);
  if (!object.properties) return element("p", {}, typeName(schema));
  const required = new Set(object.required ?? []);
  const rows = Object.entries(object.properties).map(([name, field]) =>
    row([name, typeName(field), required.has(name) ? "是" : "", field.description ?? (field.enum ?? []).join(" | ")]),
  );
  return table(rows);
}

function resolve(api, schema) {
  const name = schema.$ref?.split("/").at(-1);
  return name ? api.components.schemas[name] : schema;
}

function typeName(schema) {
  if (schema.$ref) return schema.$ref.split("/").at(-1);
  if (schema.anyOf) return schema.anyOf.map(typeName).join(" | ");
  if (schema.type === "array") return `${typeName(schema.items ?? {})}[]`;
  return schema.format ?? schema.type ?? "";
}

function table(rows) {
  const head = element("tr", {}, ...FIELD_HEADS.map((words) => element("th", { scope: "col" }, words)));
  return element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows));
}

function row(cells) {
  return element("tr", {}, ...cells.map((words) => element("td", {}, words)));
}

function example(path) {
  const lines = [
    `curl -X POST ${location.origin}${path} \\`,
    "  -H 'Content-Type: application/json' \\",
    "  -d '{\"question\": \"这件事归哪个科室管？\"}'",
  ];
  return element("pre", {}, lines.join("\n"));
}

draw().catch(() => {
  byId("status").textContent = "取不到接口说明。请稍后刷新。";
});
