export type { Messages } from "./messages";
export { type LabelId, type Language, language, type MessageId, nodes, say, speak } from "./say";
export { unbroken } from "./unbroken";
