const exact = typeof JSON.rawJSON === "function";

/** Parses JSON. A number that a double cannot hold as it is written keeps its text: a seed of 19 digits is sent unchanged. */
export function parse(text) {
    return JSON.parse(text, (_, value, source) =>
        exact && typeof value === "number" && source && String(value) !== source.source ? JSON.rawJSON(source.source) : value);
}

export const isNumber = value => typeof value === "number" || (exact && JSON.isRawJSON(value));
export const isObject = value => typeof value === "object" && value !== null && !Array.isArray(value) && !isNumber(value);
export const isNumberText = text => /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text);

/** Whether two values are the same JSON, whatever the order of their members. */
export function same(left, right) {
    if (isObject(left) && isObject(right)) {
        const names = Object.keys(left);
        return names.length === Object.keys(right).length
            && names.every(name => Object.hasOwn(right, name) && same(left[name], right[name]));
    }
    if (Array.isArray(left) && Array.isArray(right)) {
        return left.length === right.length && left.every((item, index) => same(item, right[index]));
    }
    return JSON.stringify(left) === JSON.stringify(right);
}

/** The tokens of a JSON Pointer (RFC 6901). */
export const tokensOf = pointer =>
    pointer === "" ? [] : pointer.slice(1).split("/").map(token => token.replaceAll("~1", "/").replaceAll("~0", "~"));

export const below = (pointer, token) => `${pointer}/${String(token).replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** A value in one short line, for people. */
export function brief(value, length = 60) {
    const text = typeof value === "string" ? value : JSON.stringify(value) ?? "";
    const characters = [...text];
    return characters.length > length ? `${characters.slice(0, length - 1).join("")}…` : text;
}
