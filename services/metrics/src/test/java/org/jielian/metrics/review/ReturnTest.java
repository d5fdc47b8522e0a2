package org.jielian.metrics.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.jielian.metrics.review.ReviewedCounty.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jielian.contracts.ReportState;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Facts;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ReturnTest {
    private static final String PERIOD = "2025-03";
    private static final String CELL = """
            {"comment": "请核对电表", "cells": [{"field": "quantities.electricityKwh", "comment": "是上月的十倍"}]}""";
    private static ReviewedCounty county;

    private String unit;

    @BeforeEach
    void handedIn() {
        if (county == null) county = ReviewedCounty.with(1);
        unit = county.register(org.jielian.contracts.InstitutionType.SCHOOL);
        county.awaitExpected(county.units.size());
        county.handIn(unit, PERIOD, 1000).then().statusCode(201);
    }

    private String report() {
        return "/api/reports/" + unit + "/" + PERIOD;
    }

    @Test
    void showsTheUnitWhichCellsAreInQuestionUntilItCorrects() {
        county.sendBack(Tokens.region(county.county), unit, PERIOD, CELL)
                .then()
                .statusCode(200)
                .body("status", equalTo("RETURNED"));
        as(Tokens.unit(unit))
                .get(report())
                .then()
                .body("returned.node", equalTo(county.county))
                .body("returned.comment", equalTo("请核对电表"))
                .body("returned.cells.field", contains("quantities.electricityKwh"))
                .body("returned.cells.comment", contains("是上月的十倍"));
        county.handIn(unit, PERIOD, 900)
                .then()
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"))
                .body("returned", nullValue());
        as(Tokens.unit(unit))
                .get(report() + "/revisions")
                .then()
                .body("action", contains("SUBMITTED", "RETURNED", "CORRECTED"))
                .body("[1].reason", equalTo("请核对电表"))
                .body("[1].after.cells.comment", contains("是上月的十倍"));
    }

    @Test
    void tellsTheFactThatGoesOnCountingInTheLiveLayer() {
        county.sendBack(Tokens.region(county.county), unit, PERIOD, CELL);
        ReportState fact = Facts.await(
                ReportState.TOPIC,
                ReportState.class,
                r -> r.key().equals(unit + "/" + PERIOD) && r.status() == ReportState.Status.RETURNED);
        assertThat(fact.countsIn().regionCode()).isEqualTo(county.county);
    }

    @Test
    void tellsTheUnitAndWhenACityDidItTheCountyToo() {
        county.sendBack(Tokens.region(county.city), unit, PERIOD, CELL).then().statusCode(200);
        for (String told : new String[] {Tokens.unit(unit), Tokens.region(county.county)}) {
            as(told).get("/api/notices").then().body("items.subject", hasItem("report/" + unit + "/" + PERIOD));
        }
    }

    @Test
    void mayComeFromAnyTierAboveAndTakesAnAcceptanceBack() {
        as(Tokens.region(county.county)).post(report() + "/acceptance").then().statusCode(200);
        county.sendBack(Tokens.region(county.province), unit, PERIOD, CELL)
                .then()
                .statusCode(200)
                .body("status", equalTo("RETURNED"))
                .body("returned.node", equalTo(county.province));
    }

    @Test
    void isNotForTheUnitItselfNorForNeighbours() {
        for (String stranger : new String[] {
            Tokens.unit(unit),
            Tokens.of(unit, "reporter", "reviewer"),
            Tokens.region(county.otherCounty),
            Tokens.of(county.units.get(0), "reviewer"),
            Tokens.of(county.county, "administrator"),
            Tokens.operator()
        }) {
            county.sendBack(stranger, unit, PERIOD, CELL).then().statusCode(403);
        }
        as(Tokens.of(unit, "reviewer")).post(report() + "/acceptance").then().statusCode(403);
        as(Tokens.region(county.city)).post(report() + "/acceptance").then().statusCode(403);
        as(Tokens.unit(unit)).get(report()).then().body("status", equalTo("SUBMITTED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"comment\": \" \"}",
                "{\"cells\": [{\"field\": \"headcount\"}]}",
                "{\"cells\": [{\"field\": \"quantities.beer\", \"comment\": \"x\"}]}",
                "{\"cells\": [{\"field\": \"headcount\", \"comment\": \"x\"}, {\"field\": \"headcount\", \"comment\": \"y\"}]}"
            })
    void isRefusedWhenNobodyCouldActOnIt(String body) {
        county.sendBack(Tokens.region(county.county), unit, PERIOD, body)
                .then()
                .statusCode(400)
                .body("errors", hasSize(1));
    }

    @Test
    void isRefusedWhenTheReportChangedMeanwhileOrIsBackAlready() {
        as(Tokens.region(county.county))
                .header("If-Match", "\"7\"")
                .body(CELL)
                .post(report() + "/return")
                .then()
                .statusCode(412);
        county.sendBack(Tokens.region(county.county), unit, PERIOD, CELL);
        county.sendBack(Tokens.region(county.county), unit, PERIOD, CELL).then().statusCode(409);
        as(Tokens.region(county.county)).post(report() + "/acceptance").then().statusCode(409);
    }

    @Test
    void isDoneOnceHoweverOftenTheCallIsRepeated() {
        for (int i = 0; i < 2; i++) {
            as(Tokens.region(county.county))
                    .header("Idempotency-Key", "return-" + unit)
                    .body(CELL)
                    .post(report() + "/return")
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(2));
        }
    }

    @Test
    void isAnsweredByAReasonAndNotByTheSameFileAgain() {
        county.sendBack(Tokens.region(county.county), unit, PERIOD, CELL);
        String same = """
                {"quantities": {"electricityKwh": 1000, "waterM3": 5}, "headcount": 40, "floorArea": 1000%s}""";
        as(Tokens.unit(unit)).body(same.formatted("")).put(report()).then().body("status", equalTo("RETURNED"));
        as(Tokens.unit(unit))
                .body(same.formatted(", \"reason\": \"电表已复核，数据属实\""))
                .put(report())
                .then()
                .body("status", equalTo("SUBMITTED"));
        as(Tokens.unit(unit))
                .get(report() + "/revisions")
                .then()
                .body("action", contains("SUBMITTED", "RETURNED", "RESUBMITTED"));
    }
}
