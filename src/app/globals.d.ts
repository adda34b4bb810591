// What the build puts in.
declare const __BUILD__: string
