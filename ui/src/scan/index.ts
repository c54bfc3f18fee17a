export { isTag, looksLikeTag, ScanBurst, takesKeys } from "./burst";
export { scanner } from "./scanner";
export { useScan } from "./useScan";
