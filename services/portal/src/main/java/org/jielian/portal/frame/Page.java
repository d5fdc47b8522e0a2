package org.jielian.portal.frame;

import java.time.LocalDate;
import java.util.List;

/**
 * What surrounds the content of every page.
 *
 * @param title of the page
 * @param portal which portal this is, such as 市级门户; {@code null} outside of one
 * @param lang as in {@code <html lang>}
 * @param otherLanguage address of the same page in the other language
 * @param visitor who is signed in; {@code null} if nobody is
 * @param readOnlyAs name of the upper node somebody looks down from; {@code null} at one's own node
 * @param rehearsal what day it is where the clock is put back; {@code null} where it goes by the true time
 * @param crumbs the way down from the top of what the person sees
 * @param menu the portal's menu
 * @param live address of the events that move this page; {@code null} when nothing on it moves
 */
public record Page(
        String title,
        String portal,
        String lang,
        String otherLanguage,
        String visitor,
        String readOnlyAs,
        LocalDate rehearsal,
        List<Link> crumbs,
        List<Link> menu,
        String live) {

    /** A link; without {@code href} only a text, and {@code here} when it is where one is. */
    public record Link(String text, String href, boolean here) {
        public static Link to(String text, String href) {
            return new Link(text, href, false);
        }

        public static Link here(String text) {
            return new Link(text, null, true);
        }
    }
}
