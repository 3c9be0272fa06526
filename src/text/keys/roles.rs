//! Keys of the wording, `roles`: staff and their work.
//!
//! One key a line; each has its words under `## roles` in `assets/text/nl.ftl` and `en.ftl`.

keys_section! { $ roles_keys {
    RoleIntake = "role-intake",
    RoleInvestigator = "role-investigator",
    RoleCoordinator = "role-coordinator",
    RoleBehaviouralExpert = "role-behavioural-expert",
    RolePhysician = "role-physician",
    RoleTeamLead = "role-team-lead",
    RolePressureWorker = "role-pressure-worker",
    RoleSupervisingOfficer = "role-supervising-officer",
    RoleAdministrator = "role-administrator",
    RoleReader = "role-reader",
    RoleUnknown = "role-unknown",
} }
