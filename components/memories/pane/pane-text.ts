/** The column that a memory is read and edited in. */
export const paneText =
  "mx-auto w-full max-w-[49rem] px-[18px] pt-6 pb-16 md:px-8 md:pt-11 xl:px-16";
