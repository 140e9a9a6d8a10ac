/** Where the site lists a file of the repository, as src/course/weave has it: the build fails if there is nothing. */
export const listingAddress = (file: string): string => `/listing/${file.replace(/\.ts$/, "")}/`;
