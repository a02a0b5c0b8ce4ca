package dev.apikeys.keycloak;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.apikeys.core.key.KeyValue;
import jakarta.persistence.Entity;

/** The directions that CONTRIBUTING.md describes. */
@AnalyzeClasses(packages = "dev.apikeys", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule adminDoorStandsAlone = classes()
            .that()
            .resideInAPackage("..keycloak.admin..")
            .should()
            .onlyBeAccessed()
            .byClassesThat()
            .resideInAPackage("..keycloak.admin..");

    @ArchTest
    static final ArchRule introspectionDoorStandsAlone = classes()
            .that()
            .resideInAPackage("..keycloak.introspection..")
            .should()
            .onlyBeAccessed()
            .byClassesThat()
            .resideInAPackage("..keycloak.introspection..");

    @ArchTest
    static final ArchRule tokenDoorStandsAlone = classes()
            .that()
            .resideInAPackage("..keycloak.token..")
            .should()
            .onlyBeAccessed()
            .byClassesThat()
            .resideInAPackage("..keycloak.token..");

    @ArchTest
    static final ArchRule checkDoorStandsAlone = classes()
            .that()
            .resideInAPackage("..keycloak.check..")
            .should()
            .onlyBeAccessed()
            .byClassesThat(resideInAPackage("..keycloak.check..").or(assignableTo(RealmDoor.class)));

    @ArchTest
    static final ArchRule accountDoorStandsAlone = classes()
            .that()
            .resideInAPackage("..keycloak.account..")
            .should()
            .onlyBeAccessed()
            .byClassesThat(resideInAPackage("..keycloak.account..").or(assignableTo(RealmDoor.class)));

    @ArchTest
    static final ArchRule leakDoorsStandAlone = classes()
            .that()
            .resideInAPackage("..keycloak.leak..")
            .should()
            .onlyBeAccessed()
            .byClassesThat(resideInAPackage("..keycloak.leak..").or(assignableTo(RealmDoor.class)));

    @ArchTest
    static final ArchRule onlyAdministratorsMakeTheClientOfThePage = classes()
            .that()
            .resideInAPackage("..keycloak.ui..")
            .should()
            .onlyBeAccessed()
            .byClassesThat(
                    resideInAnyPackage("..keycloak.ui..", "..keycloak.admin..").or(assignableTo(RealmDoor.class)));

    @ArchTest
    static final ArchRule onlyDoorsKnowHttp = noClasses()
            .that()
            .resideInAnyPackage(
                    "..keycloak.store..", "..keycloak.directory..", "..keycloak.keys..", "dev.apikeys.core..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..");

    @ArchTest
    static final ArchRule rowsStayInTheStore = noClasses()
            .that()
            .resideOutsideOfPackage("..keycloak.store..")
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(Entity.class);

    @ArchTest
    static final ArchRule plaintextIsRevealedInFewPlaces = noClasses()
            .that()
            .resideOutsideOfPackage("dev.apikeys.core.key..")
            .and()
            .doNotHaveFullyQualifiedName("dev.apikeys.keycloak.rest.Outcomes")
            .should()
            .callMethodWhere(describe(
                    "reveals a key value",
                    (JavaCall<?> call) -> call.getTargetOwner().isEquivalentTo(KeyValue.class)
                            && call.getName().equals("reveal")));

    @ArchTest
    static final ArchRule nothingIsPrinted = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
