export { isTag, looksLikeTag, ScanBurst, takesKeys } from "../base/burst";
export { scanner } from "./scanner";
export { useScan } from "./useScan";
