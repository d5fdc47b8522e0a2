package org.jielian.portal.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.Unit;
import org.jielian.portal.frame.Page.Link;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;

/** Builds the frame of a page for the person and the place. */
@RequestScoped
public class Frames {
    /** A clock is put back by more than that; less than that it may be wrong. */
    private static final Duration AN_HOUR = Duration.ofHours(1);

    @Inject
    Clock clock;

    @Inject
    Visitor visitor;

    @Inject
    CurrentLanguage language;

    @Inject
    UriInfo uri;

    @Inject
    TravellingFilters filters;

    /** The sections a region's portal has; the order of the menu differs by tier: what one is here to do comes first. */
    public enum Section {
        HOME(""),
        TASKS("/tasks"),
        INSPECTIONS("/inspections"),
        RECTIFICATIONS("/rectifications"),
        REVIEW("/review"),
        SAMPLES("/samples"),
        REPORTING("/reporting"),
        CLOSINGS("/closings"),
        UNITS("/units"),
        STANDARDS("/standards"),
        TITLES("/titles"),
        ASSESSMENTS("/assessments"),
        HONOURS("/honours"),
        IMPORTS("/imports");

        private final String path;

        Section(String path) {
            this.path = path;
        }

        String word() {
            return "menu" + name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }

    /** The frame of a page that hands on the filters it was reached with. */
    public Page region(Region region, Section section) {
        return region(region, section, filters.query());
    }

    /**
     * The frame of a page of a region.
     *
     * @param query the filters that links of the frame carry on
     */
    public Page region(Region region, Section section, String query) {
        Words words = language.words();
        List<Link> menu = new ArrayList<>();
        for (Section each : Section.values()) {
            if (each == Section.IMPORTS && !visitor.administers(region.code())) continue;
            String href = Addresses.region(region.tier(), region.code()) + each.path + query;
            menu.add(new Link(words.get(each.word()), href, each == section));
        }
        String live = section == Section.HOME ? "/live/" + region.code() + query : null;
        String title = section == Section.HOME ? region.name() : words.get(section.word()) + " · " + region.name();
        return page(
                title,
                region.tier().name(),
                readOnlyAs(region),
                crumbs(region.path(), section == Section.HOME ? region.code() : null, query),
                menu,
                live);
    }

    public Page unit(Unit unit) {
        List<Link> crumbs = new ArrayList<>(crumbs(unit.path(), null, filters.query()));
        crumbs.add(Link.here(unit.name()));
        boolean acts = visitor.isAt(unit.code()) || visitor.reportsFor(unit.code(), unit.regionCode());
        return page(unit.name(), "UNIT", acts ? null : onTheWay(unit.path()), crumbs, unitMenu(unit), null);
    }

    private List<Link> unitMenu(Unit unit) {
        Words words = language.words();
        String home = Addresses.unit(unit.code());
        List<Link> menu = new ArrayList<>(List.of(
                Link.to(words.get("menuMonths"), home + "#desk"),
                Link.to(words.get("menuMonth"), home + "#month"),
                Link.to(words.get("myStandard"), home + "/standard"),
                Link.to(words.get("menuTitles"), home + "/titles"),
                Link.to(words.get("menuTasks"), home + "/tasks"),
                Link.to(words.get("menuInspections"), home + "/inspections"),
                Link.to(words.get("menuRectifications"), home + "/rectifications"),
                Link.to(words.get("menuAssessments"), home + "/assessments"),
                Link.to(words.get("menuHonours"), home + "/honours"),
                Link.to(words.get("menuRegister"), home + "#register")));
        if (visitor.isAt(unit.code()) && visitor.has("reporter"))
            menu.add(Link.to(words.get("menuImports"), home + "/imports"));
        return menu;
    }

    /** A page outside of any portal. */
    public Page plain(String title) {
        return page(title, null, null, List.of(), List.of(), null);
    }

    private Page page(String title, String portal, String readOnlyAs, List<Link> crumbs, List<Link> menu, String live) {
        Words words = language.words();
        String other = uri.getRequestUriBuilder()
                .replaceQueryParam("lang", language.get().other().code())
                .build()
                .toString();
        String path = other.substring(other.indexOf('/', other.indexOf("//") + 2));
        return new Page(
                title,
                portal == null ? null : words.get("portal" + portal),
                language.get().tag(),
                path,
                visitor.isAnonymous() ? null : visitor.name(),
                readOnlyAs,
                rehearsal(),
                crumbs,
                menu,
                live);
    }

    private LocalDate rehearsal() {
        boolean putBack = Duration.between(clock.instant(), Instant.now()).compareTo(AN_HOUR) > 0;
        return putBack ? LocalDate.now(clock) : null;
    }

    private String readOnlyAs(Region region) {
        return visitor.isOperator() || visitor.isAt(region.code()) ? null : onTheWay(region.path());
    }

    /** The name of the person's own node among those above. */
    private String onTheWay(List<Region.Step> path) {
        return path.stream()
                .filter(step -> visitor.isAt(step.code()))
                .map(Region.Step::name)
                .findFirst()
                .orElse(visitor.name());
    }

    /** What is above the person's node is named but not linked: it would be refused. */
    private List<Link> crumbs(List<Region.Step> path, String here, String query) {
        List<Link> crumbs = new ArrayList<>();
        boolean within = visitor.isOperator();
        for (Region.Step step : path) {
            within |= visitor.isAt(step.code());
            boolean isHere = step.code().equals(here);
            String href = Addresses.region(step.tier(), step.code()) + query;
            crumbs.add(new Link(step.name(), within && !isHere ? href : null, isHere));
        }
        return crumbs;
    }
}
